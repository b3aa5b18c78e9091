// Keeps the parts of a page that are marked with data-live up to date: one stream each, one fragment fetched anew.
const FIRST_RETRY = 1000;
const LAST_RETRY = 10000;
const NET = 60000;
const PATIENCE = 15000;

const seen = new WeakMap();

const remember = (element) => {
  seen.set(element, element.outerHTML);
  element.querySelectorAll("[data-part], [data-key]").forEach((part) => seen.set(part, part.outerHTML));
};

// What the person was doing, by identifiers, so that it survives the swap.
const doing = (root) => {
  const active = root.contains(document.activeElement) ? document.activeElement : null;
  const typed = [...root.querySelectorAll("input[id]:not([type=hidden]), select[id], textarea[id]")];
  return {
    focus: active?.id,
    range: active && "selectionStart" in active ? [active.selectionStart, active.selectionEnd] : null,
    open: [...root.querySelectorAll("details[open][id]")].map((details) => details.id),
    typed: typed.map((input) => [input.id, input.value]),
    scroll: [window.scrollX, window.scrollY],
  };
};

const goOn = (was) => {
  was.open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
  was.typed.forEach(([id, value]) => {
    const input = document.getElementById(id);
    if (input && input.value !== value) input.value = value;
  });
  const focus = was.focus && document.getElementById(was.focus);
  if (focus && focus !== document.activeElement) {
    focus.focus({ preventScroll: true });
    if (was.range && was.range[0] !== null) focus.setSelectionRange?.(...was.range);
  }
  window.scrollTo(...was.scroll);
};

const patchList = (old, fresh) => {
  const byKey = new Map([...old.children].map((child) => [child.dataset.key, child]));
  [...fresh.children].forEach((child, index) => {
    const there = byKey.get(child.dataset.key);
    byKey.delete(child.dataset.key);
    const same = there && seen.get(there) === child.outerHTML;
    if (!same) seen.set(child, child.outerHTML);
    const element = same ? there : child;
    if (there && !same) there.replaceWith(child);
    if (old.children[index] !== element) old.insertBefore(element, old.children[index] ?? null);
  });
  byKey.forEach((gone) => gone.remove());
};

const patch = (old, fresh) => {
  if (seen.get(old) === fresh.outerHTML) return;
  const source = fresh.outerHTML;
  const lists = [old.querySelector("[data-list]"), fresh.querySelector("[data-list]")];
  const sameShape = lists[0] && lists[1] && old.children.length === fresh.children.length;
  if (sameShape) {
    patchList(lists[0], lists[1]);
    seen.set(old, source);
    return;
  }
  remember(fresh);
  old.replaceWith(fresh);
};

export const swap = (container, html) => {
  const fresh = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
  const old = container.firstElementChild;
  if (!fresh) return;
  const was = doing(container);
  const parts = old ? [...old.querySelectorAll("[data-part]")] : [];
  const freshParts = [...fresh.querySelectorAll("[data-part]")];
  const names = (list) => list.map((part) => part.dataset.part).join();
  if (parts.length && names(parts) === names(freshParts)) {
    parts.forEach((part, index) => patch(part, freshParts[index]));
  } else {
    remember(fresh);
    container.replaceChildren(fresh);
  }
  goOn(was);
  container.dispatchEvent(new CustomEvent("live:swapped", { bubbles: true }));
};

export const watch = (container) => {
  let last = container.dataset.position ?? "0";
  let shown = new Date();
  let retry = FIRST_RETRY;
  const state = document.querySelector("[data-live-state]");
  const say = (text) => { if (state && state.textContent !== text) state.textContent = text; };
  const clock = () => shown.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false });
  const lost = () => say((state?.dataset.lost ?? "").replace("{0}", clock()));

  const load = async (position) => {
    try {
      const headers = position ? { "X-Event-Position": position } : {};
      const answer = await fetch(container.dataset.fragment, { headers, credentials: "same-origin", signal: AbortSignal.timeout(PATIENCE) });
      if (!answer.ok || answer.redirected) return lost();
      swap(container, await answer.text());
      shown = new Date();
    } catch {
      lost();
    }
  };

  // One question at a time: what moves meanwhile is asked for once, after it, and no older answer comes after a newer one.
  let running = Promise.resolve();
  let waiting;
  let wanted;
  const refresh = (position) => {
    if (position && !(Number(position) < Number(wanted))) wanted = position;
    waiting ??= running.then(() => {
      const asked = wanted;
      waiting = wanted = undefined;
      running = load(asked);
      return running;
    });
    return waiting;
  };

  const open = () => {
    const url = new URL(container.dataset.live, location.href);
    url.searchParams.set("since", last);
    const stream = new EventSource(url);
    stream.addEventListener("opened", () => { retry = FIRST_RETRY; say(state?.dataset.on ?? ""); refresh(); });
    stream.addEventListener("changed", (event) => { last = event.lastEventId; refresh(); });
    stream.onerror = () => {
      lost();
      // The browser gives up after an answer such as 503; we do not.
      stream.close();
      setTimeout(open, retry);
      retry = Math.min(retry * 2, LAST_RETRY);
    };
  };

  if (container.firstElementChild) remember(container.firstElementChild);
  container.refresh = refresh;
  open();
  setInterval(() => refresh(), NET);
};
