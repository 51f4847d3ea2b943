// Filters of the list of plans, and focus where the address leads. Reading needs none of this.
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const form = byId("filters");
  if (!form) return;
  const rows = [...byId("rows").rows];
  const bit = { m: 1, n: 2, p: 4, a: 8, c: 16 };
  const findings = bit.n | bit.p;
  const fields = ["team", "kind", "check", "area", "priority", "outcome", "text"];
  const field = (name) => byId("by-" + name);

  const cell = (row, label) => {
    const found = row.querySelector(`[data-l="${label}"]`);
    return found ? found.textContent : "";
  };

  // Pages of a large batch are packed; this opens one.
  const unpacked = async (template) => {
    const bytes = Uint8Array.from(atob(template.content.textContent), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(stream).text();
  };
  const open = async (page) => {
    const template = page && page.querySelector("template");
    if (!template) return false;
    template.parentElement.innerHTML = await unpacked(template);
    return true;
  };

  // The words of a plan's row and page, worked out when they are first asked for.
  const words = new Map();
  const letters = { lt: "<", gt: ">", amp: "&", quot: '"' };
  const plain = (html) => html.replace(/<[^>]*>/g, " ").replace(/&(lt|gt|amp|quot);/g, (all, name) => letters[name]);
  const readWords = async () => {
    for (const row of rows) {
      if (words.has(row)) continue;
      const link = row.querySelector("a");
      const page = link && document.querySelector(link.getAttribute("href"));
      const template = page && page.querySelector("template");
      const text = template ? plain(await unpacked(template)) : page ? page.textContent : "";
      words.set(row, (row.textContent + " " + text).toLowerCase());
    }
  };

  // Two letters for each check: outcomes as bits from "@", and the priority of its findings.
  const matchesCheck = (letters, at, want) => {
    const outcomes = letters.charCodeAt(2 * at) - 64;
    const wanted = want.outcome ? bit[want.outcome] : want.priority !== "" ? findings : 31;
    return (outcomes & wanted) !== 0 && (want.priority === "" || letters[2 * at + 1] === want.priority);
  };

  const matches = (row, want) => {
    if (want.team && cell(row, "Team") !== (want.team === "-" ? "" : want.team)) return false;
    if (want.kind && cell(row, "Kind") !== want.kind) return false;
    if (want.area) {
      const letter = (row.dataset.a || "")[want.area] || ".";
      if (want.outcome ? letter !== want.outcome : letter === "." || letter === "a") return false;
    }
    const narrowed = want.check || want.priority !== "" || (want.outcome && !want.area);
    if (narrowed) {
      const letters = row.dataset.c || "";
      const from = want.check ? Number(want.check) : 0;
      const to = want.check ? from + 1 : letters.length / 2;
      let any = false;
      for (let at = from; at < to && !any; at++) any = matchesCheck(letters, at, want);
      if (!any) return false;
    }
    return !want.text || words.get(row).includes(want.text);
  };

  let applied = 0;
  const apply = async () => {
    const turn = ++applied;
    const want = {};
    for (const name of fields) want[name] = field(name).value;
    want.text = want.text.trim().toLowerCase();
    if (want.text) await readWords();
    if (turn !== applied) return; // asked again meanwhile
    let shown = 0;
    for (const row of rows) {
      row.hidden = !matches(row, want);
      if (!row.hidden) shown++;
    }
    byId("shown").textContent = `Showing ${shown} of ${rows.length} plans.`;
  };

  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 150);
  });
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());

  document.querySelector(".govuk-skip-link").addEventListener("click", (event) => {
    event.preventDefault(); // the address stays, and with it the page that is shown
    byId("main").focus();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-filter]");
    if (!link) return;
    form.reset();
    for (const [name, value] of new URLSearchParams(link.dataset.filter)) field(name).value = value;
    apply();
  });

  const title = document.title;
  const pageOf = (id) => {
    const target = byId(id) || byId((id.match(/^p\d+/) || [""])[0]);
    return target ? target.closest(".g") : byId("summary");
  };
  const arrive = async (move) => {
    const id = decodeURIComponent(location.hash.slice(1));
    const page = pageOf(id);
    for (const link of document.querySelectorAll(".govuk-service-navigation__link")) {
      const here = page && link.getAttribute("href") === "#" + page.id;
      if (here) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
      link.parentElement.classList.toggle("govuk-service-navigation__item--active", Boolean(here));
    }
    const heading = page && page.querySelector("h1");
    document.title = heading ? heading.textContent + " – " + title : title;
    const opened = await open(page);
    const target = byId(id);
    if (!move || !target || !page) return;
    const focused = target === page ? heading : target;
    if (target === page) scrollTo(0, 0);
    else if (opened) target.scrollIntoView();
    if (!focused.matches("a, button, [tabindex]")) focused.tabIndex = -1;
    focused.focus({ preventScroll: target === page });
  };
  addEventListener("hashchange", () => arrive(true));

  for (const one of document.querySelectorAll(".js")) one.hidden = false;
  form.hidden = false;
  apply();
  arrive(false);
})();
