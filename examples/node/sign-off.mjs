#!/usr/bin/env node
// Signs a plan off over HTTP (Node.js 18 or later, no packages): prints the outcome, and what a manager is asked.
//
//     PLUMBLINE_URL=http://127.0.0.1:8787 PLUMBLINE_TOKEN=... node sign-off.mjs 2024-04-01 plan.xml
//
// Ends with 0 when the plan is clear, 1 when there are questions, 3 when it could not be judged, 2 on an error.
import { readFile } from "node:fs/promises";

const service = process.env.PLUMBLINE_URL ?? "http://127.0.0.1:8787";
const token = process.env.PLUMBLINE_TOKEN;

/** The answer to one plan. Throws an Error that says what is wrong, and where in the plan. */
async function signOff(plan, asOf) {
  const response = await fetch(`${service}/v1/checks?mode=sign-off&as-of=${encodeURIComponent(asOf)}`, {
    method: "POST",
    headers: { "Content-Type": "application/xml", ...(token && { Authorization: `Bearer ${token}` }) },
    body: plan,
    signal: AbortSignal.timeout(10_000),
  });
  const body = await response.json();
  if (response.ok) return body;
  throw new Error(`${response.status} ${body.title}: ${body.detail}`); // problem details, RFC 9457
}

const [asOf, file] = process.argv.slice(2);
if (!file) {
  console.error("usage: sign-off.mjs DAY PLAN.xml");
  process.exit(2);
}
try {
  const answer = await signOff(await readFile(file), asOf);
  console.log(`${file}: ${answer.outcome}`);
  for (const { question, about } of answer.questions) {
    console.log(`  ${question}`);
    for (const { line, quote } of about) console.log(`    line ${line}${quote && `: “${quote}”`}`);
  }
  process.exitCode = { clear: 0, questions: 1 }[answer.outcome] ?? 3;
} catch (error) {
  console.error(`sign-off: ${error.cause?.message ?? error.message}`);
  process.exitCode = 2;
}
