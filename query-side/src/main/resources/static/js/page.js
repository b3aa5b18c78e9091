import { send } from "/js/api.js";
import { watch } from "/js/live.js";

const MINUTE = 60000;
const language = document.documentElement.lang || "en";
const ROOM = "carequeue.room";

const say = (text) => { const said = document.getElementById("said"); if (said) said.textContent = text; };

const tick = () => document.querySelectorAll("time[data-since]").forEach((time) => {
  const minutes = Math.max(0, Math.floor((Date.now() - Date.parse(time.dataset.since)) / MINUTE));
  const text = minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  if (time.textContent !== text) time.textContent = text;
});

// "My room" is chosen once per device.
const recallRoom = () => {
  const select = document.querySelector("[data-remember=room]");
  const kept = localStorage.getItem(ROOM);
  if (select && !select.value && kept && [...select.options].some((o) => o.value === kept)) select.value = kept;
};

const room = () => document.querySelector("[data-remember=room]")?.value ?? "";

const refreshAll = (position) => document.querySelectorAll("[data-live]").forEach((part) => part.refresh?.(position));

const showProgress = (checkInId, position) => {
  const section = document.getElementById("progress");
  const panel = document.createElement("div");
  panel.dataset.live = `/api/check-ins/${encodeURIComponent(checkInId)}/stream?after=${position ?? 0}`;
  panel.dataset.fragment = `/check-in/progress/${encodeURIComponent(checkInId)}`;
  section.replaceChildren(panel);
  watch(panel);
  section.focus();
  section.scrollIntoView({ block: "nearest" });
};

const submitted = async (form) => {
  const needsRoom = "room" in form.dataset;
  if (needsRoom && !room()) {
    document.querySelector("[data-remember=room]")?.focus();
    form.querySelector(".problem").textContent = document.querySelector("label[for=my-room]")?.textContent ?? "";
    return;
  }
  const answer = await send(form, needsRoom ? { servicePoint: room() } : {});
  if (!answer.ok) return;
  if (form.matches(".call-next")) {
    const button = form.querySelector("button");
    say(answer.status === 204 ? button.dataset.nobody : button.dataset.called.replace("{0}", answer.body?.ticket ?? ""));
  }
  form.closest("details.menu")?.removeAttribute("open");
  if ("checkIn" in form.dataset) {
    form.reset();
    showProgress(answer.body.checkInId, answer.position);
  }
  refreshAll(answer.position);
  if (form.closest("[data-reload]")) {
    const there = new URL(location);
    if (answer.position) there.searchParams.set("after", answer.position);
    location.replace(there);
  } else if (form.closest("table")) location.reload();
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.api) {
    event.preventDefault();
    submitted(form);
  }
});

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-remember=room]")) localStorage.setItem(ROOM, event.target.value);
});

document.addEventListener("input", (event) => {
  const list = event.target.dataset.filter && document.querySelector(event.target.dataset.filter);
  if (!list) return;
  const words = event.target.value.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  [...list.children].forEach((item) => {
    const text = item.textContent.toLocaleLowerCase(language);
    item.hidden = !words.every((word) => text.includes(word));
  });
});

// Only one menu at a time; Escape closes it.
document.addEventListener("toggle", (event) => {
  if (event.target.matches?.("details.menu[open]")) {
    document.querySelectorAll("details.menu[open]").forEach((menu) => { if (menu !== event.target) menu.open = false; });
  }
}, true);
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
  if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
});

const past = document.querySelector("form[data-past]");
if (past) {
  const slider = past.querySelector("input[type=range]");
  const time = past.elements.time;
  const [startHour, startMinute] = slider.dataset.start.split(":").map(Number);
  const start = startHour * 60 + startMinute;
  const minutes = () => { const [h, m] = time.value.split(":").map(Number); return (h * 60 + m - start + 1440) % 1440; };
  const show = async () => {
    const query = new URLSearchParams(new FormData(past));
    query.set("part", "true");
    const answer = await fetch(`/audit/board?${query}`, { credentials: "same-origin" });
    if (answer.ok) {
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("past");
      document.getElementById("past").replaceWith(fresh);
    }
  };
  slider.value = minutes();
  slider.addEventListener("input", () => {
    const at = (Number(slider.value) + start) % 1440;
    time.value = `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}:00`;
  });
  slider.addEventListener("change", show);
  time.addEventListener("change", () => { slider.value = minutes(); show(); });
}

document.querySelectorAll("[data-live]").forEach(watch);
document.addEventListener("live:swapped", () => { recallRoom(); tick(); });
recallRoom();
tick();
setInterval(tick, 10000);
