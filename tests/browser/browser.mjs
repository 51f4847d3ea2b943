// What every test of a page needs: the program's reports, and a browser to open them in.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

export const source = process.env.PLUMBLINE_SOURCE_DIR;
const program = process.env.PLUMBLINE_PROGRAM;

/** Runs plumbline; its exit code says findings or incomplete, which is no failure here. */
export const plumbline = (...args) => {
  const run = spawnSync(program, args, { cwd: source, encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.error || run.status === 2) throw new Error(`plumbline ${args.join(" ")}: ${run.error || run.stderr}`);
  return run;
};

export const folder = () => mkdtempSync(join(tmpdir(), "plumbline-browser-"));

const executable = () => {
  for (const path of [process.env.CHROMIUM, "/usr/bin/chromium"]) if (path && existsSync(path)) return path;
  throw new Error("chromium was not found; install it (Debian: chromium) or name it in CHROMIUM");
};

/** Chromium refuses its sandbox to root, so tests that root runs go without it. */
export const launch = () =>
  chromium.launch({ executablePath: executable(), args: process.getuid() === 0 ? ["--no-sandbox"] : [] });

export const url = (file, id = "") => `file://${file}${id ? "#" + id : ""}`;

const axe = readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** What axe-core finds on the page as it is shown: "rule: element" for each. */
export const axeFinds = async (page) => {
  await page.addScriptTag({ content: axe }).catch(() => page.evaluate(axe));
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
};

/** How far the page is wider than its window, in pixels. */
export const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);


