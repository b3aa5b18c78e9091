// Shows the words of a message as the door of templates gives them: as text, never as a page.
const fill = async (card) => {
  const text = card.querySelector("[data-text]");
  try {
    const answer = await fetch(`${card.dataset.preview}&as=json`, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    const words = await answer.json();
    card.querySelector("[data-subject]").textContent = words.subject ?? "";
    text.textContent = words.text;
  } catch {
    text.textContent = text.dataset.missing;
  }
};

document.querySelectorAll("[data-preview]").forEach(fill);
