"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const all = [...document.querySelectorAll(".finding")];
  const form = $("filters");
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
  if (!form) return;
  const shown = () => all.filter((finding) => !finding.hidden);
  const status = $("shown");

  const filter = () => {
    const [severity, rule, article] = ["by-severity", "by-rule", "by-article"].map((id) => $(id).value);
    for (const finding of all) {
      const data = finding.dataset;
      finding.hidden = Boolean((severity && data.severity !== severity) || (rule && data.rule !== rule) ||
        (article && !data.articles.split(" ").includes(article)));
    }
    status.textContent = `${shown().length} of ${all.length} findings shown`;
  };

  const step = (by) => {
    const list = shown();
    if (!list.length) return;
    const here = list.findIndex((finding) => finding.contains(document.activeElement));
    const from = here < 0 ? (by > 0 ? -1 : list.length) : here;
    go(list[Math.max(0, Math.min(list.length - 1, from + by))]);
  };

  const go = (place) => { place.scrollIntoView({ block: "start" }); place.focus({ preventScroll: true }); };

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      const before = document.activeElement;
      area.value = text;
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      before.focus();
      if (!done) { status.textContent = "Copying is not allowed here"; return; }
    }
    status.textContent = "Copied";
  };

  const help = () => {
    const box = $("help-text");
    box.hidden = !box.hidden;
    $("help").setAttribute("aria-expanded", String(!box.hidden));
  };

  const keys = {
    j: () => step(1), k: () => step(-1), 1: () => shown()[0] && go(shown()[0]),
    0: () => scrollTo(0, 0), u: () => document.querySelector("nav a").focus(), "?": help,
  };

  const stored = (value) => {
    try {
      if (value !== undefined) localStorage.setItem("consistency-keys", value);
      return localStorage.getItem("consistency-keys");
    } catch { return null; }
  };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !$("use-keys").checked) return;
    if (event.target.closest("input, select, textarea")) return;
    if (Object.hasOwn(keys, event.key)) { event.preventDefault(); keys[event.key](); }
  });
  for (const button of document.querySelectorAll("[data-key]")) button.onclick = () => keys[button.dataset.key]();
  for (const button of document.querySelectorAll(".copy")) {
    button.hidden = false;
    button.onclick = () => copy(button.closest(".finding").dataset.markdown);
  }
  $("copy-all").onclick = () => copy(shown().map((finding) => finding.dataset.markdown).join("\n\n"));
  $("use-keys").checked = stored() !== "off";
  $("use-keys").onchange = () => stored($("use-keys").checked ? "on" : "off");
  form.onsubmit = (event) => event.preventDefault();
  form.onchange = filter;
  addEventListener("hashchange", () => {
    const place = all.find((finding) => `#${finding.id}` === location.hash);
    if (place) { place.hidden = false; go(place); }
  });
  form.hidden = $("keys").hidden = false;
  filter();
})();
