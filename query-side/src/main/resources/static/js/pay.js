import { swap } from "/js/live.js";

// While a payment is on its way the page asks again, and stops when there is something to say.
const EVERY = 1500;

document.querySelectorAll("[data-again]").forEach((part) => {
  const again = async () => {
    if (!part.querySelector("[data-waits]")) return;
    try {
      const answer = await fetch(part.dataset.again, { credentials: "same-origin", signal: AbortSignal.timeout(15000) });
      if (answer.ok) swap(part, await answer.text());
    } catch {
      // The next one may get through.
    }
    setTimeout(again, EVERY);
  };
  setTimeout(again, EVERY);
});

document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
