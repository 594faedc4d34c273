// The desk's own behaviour: the as-of slider, single keys, findings judged by keyboard, files dropped. Every page works
// without it; nothing is loaded from elsewhere.
"use strict";

const DAY = 24 * 60 * 60 * 1000;

/** The days between two ISO dates. */
function daysBetween(first, last) {
  return Math.round((Date.parse(last) - Date.parse(first)) / DAY);
}

/** The ISO date some days after another. */
function dayAfter(first, count) {
  return new Date(Date.parse(first) + count * DAY).toISOString().slice(0, 10);
}

/** Go to this page as of a day; today has no day in its address. */
function goToDay(day, today) {
  const here = new URL(window.location.href);
  if (day >= today) here.searchParams.delete("as_of");
  else here.searchParams.set("as_of", day);
  window.location.assign(here);
}

/** The slider over the days of the docket. */
function setUpSlider(form) {
  const range = form.querySelector("[data-range]");
  const field = form.querySelector("[name=as_of]");
  const { first, today } = form.dataset;
  const length = daysBetween(first, today);
  for (const input of form.querySelectorAll("input[type=date], input[type=checkbox]")) {
    input.addEventListener("change", () => form.requestSubmit());
  }
  form.addEventListener("submit", () => {
    for (const input of form.querySelectorAll("input")) if (!input.value) input.disabled = true;
  });
  document.addEventListener("keydown", (event) => {
    if (isTyping(event) || !["[", "]"].includes(event.key)) return;
    goToDay(dayAfter(field.value || today, event.key === "[" ? -1 : 1), today);
  });
  if (length < 1) return;
  range.hidden = false;
  range.max = String(length);
  range.value = String(field.value ? daysBetween(first, field.value) : length);
  const tell = () => range.setAttribute("aria-valuetext", dayAfter(first, Number(range.value)));
  tell();
  range.addEventListener("input", () => {
    field.value = dayAfter(first, Number(range.value));
    tell();
  });
  range.addEventListener("change", () => goToDay(dayAfter(first, Number(range.value)), today));
}

/** Whether a key is meant for a field. */
function isTyping(event) {
  return event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog[open]") !== null;
}

/** Tell a screen reader what happened. */
function say(words) {
  document.getElementById("said").textContent = words;
}

let waiting = "";

/** Single keys that hold on every page. */
function onKey(event) {
  if (isTyping(event)) return;
  const key = CSS.escape(event.key);
  const place = waiting === "g" ? document.querySelector(`[data-go="${key}"]`) : null;
  waiting = event.key === "g" ? "g" : "";
  if (place) {
    window.location.assign(place.href);
    return;
  }
  const field = document.querySelector(`[data-key="${key}"]`);
  if (field) {
    event.preventDefault();
    field.focus();
  } else if (event.key === "?") {
    document.getElementById("help").showModal();
  }
}

/** Findings beside a story: the current one under the eye, judged with single keys, the next one at once. */
function setUpFindings(list) {
  const all = () => [...list.querySelectorAll("[data-finding]")];
  const current = () => list.querySelector(".current") || all()[0];
  const show = (subjects, go) => {
    for (const mark of document.querySelectorAll("mark.here")) mark.classList.remove("here");
    const marks = subjects.flatMap((subject) => [...document.querySelectorAll(`mark[data-of~="${CSS.escape(subject)}"]`)]);
    for (const mark of marks) mark.classList.add("here");
    if (go) marks[0]?.scrollIntoView({ block: "center" });
  };
  const choose = (finding, subject, go = true) => {
    if (!finding) return;
    for (const other of all()) other.classList.toggle("current", other === finding);
    if (go) finding.scrollIntoView({ block: "nearest" });
    show([subject || finding.dataset.finding], go);
  };
  const step = (by) => {
    const findings = all();
    choose(findings[Math.min(findings.length - 1, Math.max(0, findings.indexOf(current()) + by))]);
  };
  const nextOpen = (finding) => {
    const findings = all();
    const behind = findings.slice(findings.indexOf(finding) + 1);
    return [...behind, ...findings].find((item) => item.dataset.open === "1");
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeForms(list);
    if (isTyping(event)) return;
    const key = CSS.escape(event.key);
    const button = current()?.querySelector(`[data-press="${key}"]`) || list.querySelector(`[data-anywhere="${key}"]`);
    if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
    else if (button) {
      event.preventDefault();
      button.click();
    }
  });
  list.addEventListener("click", (event) => {
    const close = event.target.closest("[data-close]");
    if (close) {
      event.preventDefault();
      closeForms(list);
      return;
    }
    const finding = event.target.closest("[data-finding]");
    if (finding && !event.target.closest("form, .form")) choose(finding);
  });
  document.body.addEventListener("htmx:afterSettle", () => {
    const told = list.querySelector("[data-said]");
    if (!told) {
      list.querySelector(".form [autofocus]")?.focus();
      return;
    }
    const finding = told.closest("[data-finding]");
    say(told.textContent);
    delete told.dataset.said;
    document.getElementById("message").textContent = "";
    list.focus({ preventScroll: true });
    choose(finding.dataset.open === "1" ? finding : nextOpen(finding) || finding);
  });
  const asked = new URL(window.location.href).searchParams.get("mark");
  const holding = asked && all().find((item) => item.dataset.finding === asked || item.dataset.holds.split(" ").includes(asked));
  if (holding) choose(holding, asked);
  else if (!document.querySelector("mark.here")) choose(list.querySelector(".current"), undefined, false); // The page is seen from its top.
}

/** Leave the forms of findings as they were. */
function closeForms(list) {
  for (const form of list.querySelectorAll(".finding .form")) form.replaceChildren();
  list.focus({ preventScroll: true });
}

/** Files dropped on a place are sent with the form that it stands in. */
function setUpDrop(place) {
  const field = place.querySelector("input[type=file]");
  const over = (is) => (event) => {
    event.preventDefault();
    place.classList.toggle("over", is);
  };
  place.addEventListener("dragover", over(true));
  place.addEventListener("dragleave", over(false));
  place.addEventListener("drop", (event) => {
    over(false)(event);
    field.files = event.dataTransfer.files;
    // What a text itself is has to be said before it is sent.
    if (!field.form.querySelector("details.said[open]")) field.form.requestSubmit();
  });
}

/** Copy the words of an element, and say so. */
async function copy(button) {
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
  say(button.dataset.copied);
  button.textContent = button.dataset.copied;
}

document.addEventListener("DOMContentLoaded", () => {
  document.addEventListener("keydown", onKey);
  document.querySelectorAll("button[hidden]").forEach((button) => (button.hidden = false));
  document.querySelectorAll("[data-needless]").forEach((button) => (button.hidden = true));
  document.querySelectorAll("[data-slider]").forEach(setUpSlider);
  document.querySelectorAll("[data-findings]").forEach(setUpFindings);
  document.querySelectorAll("[data-drop]").forEach(setUpDrop);
  document.querySelectorAll("[data-submit]").forEach((field) => {
    field.addEventListener("change", () => field.form.requestSubmit());
  });
  document.addEventListener("click", (event) => {
    const open = event.target.closest("[data-open]:not([data-finding])");
    if (open) document.getElementById(open.dataset.open)?.showModal?.();
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
  });
});
