// Sends a form as JSON to the public API and shows what a problem says next to the field it is about.
const token = () => {
  const cookie = document.cookie.split("; ").find((c) => /^(__Host-)?carequeue-csrf=/.test(c));
  return cookie ? decodeURIComponent(cookie.slice(cookie.indexOf("=") + 1)) : "";
};

const put = (body, path, value) => {
  const names = path.split(".");
  const last = names.pop();
  names.reduce((inner, name) => (inner[name] ??= {}), body)[last] = value;
};

// An amount is typed as people write it and sent in minor units.
const money = ({ value, dataset }) => ({ amount: Math.round(Number(value.trim().replace(",", ".")) * 10 ** Number(dataset.money)), currency: dataset.currency });

const valueOf = (field) => {
  if ("money" in field.dataset) return money(field);
  if ("flag" in field.dataset) return field.value === "true";
  return "number" in field.dataset ? Number(field.value) : field.value.trim();
};

const bodyOf = (form) => {
  const body = {};
  [...form.elements].filter((field) => field.name && field.value !== "").forEach((field) => {
    put(body, field.name, valueOf(field));
  });
  return body;
};

const clear = (form) => {
  form.querySelectorAll("[aria-invalid]").forEach((field) => {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  });
  form.querySelectorAll(".field-problem").forEach((text) => text.remove());
  const problem = form.querySelector(".problem");
  if (problem) problem.textContent = "";
};

const showField = (form, { pointer, message }) => {
  const name = (pointer ?? "").slice(1).replaceAll("/", ".");
  const field = [...form.elements].find((f) => f.name && f.name === name);
  if (!field) return;
  const text = document.createElement("p");
  text.className = "field-problem";
  text.id = `${field.id}-problem`;
  text.textContent = message;
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", text.id);
  field.after(text);
};

// Whoever may be the same person is shown before there are two records of one; a press takes them.
const candidate = async (form, said, id) => {
  const answer = await fetch(`/api/patients/${encodeURIComponent(id)}`, { credentials: "same-origin" });
  if (!answer.ok) return;
  const known = await answer.json();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-outline-primary";
  button.textContent = [known.lastName, known.firstName, known.birthDate, known.mrn].filter(Boolean).join(", ");
  button.addEventListener("click", () => {
    const chosen = form.elements["walkIn.patient.patientId"];
    chosen.value = id;
    form.requestSubmit();
    chosen.value = "";
  });
  said.append(document.createElement("br"), button);
};

const show = (form, problem) => {
  const said = form.querySelector(".problem");
  if (said) said.textContent = problem.detail ?? problem.title ?? "";
  (problem.errors ?? []).forEach((error) => showField(form, error));
  if (said) (problem.candidates ?? []).forEach(({ patientId }) => candidate(form, said, patientId));
  form.querySelector("[aria-invalid]")?.focus();
};

export const send = async (form, more = {}) => {
  clear(form);
  const buttons = [...form.querySelectorAll("button")].filter((button) => !button.disabled);
  buttons.forEach((button) => { button.disabled = true; });
  try {
    const answer = await fetch(form.dataset.api, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": token(), "Idempotency-Key": crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}` },
      body: JSON.stringify({ ...bodyOf(form), ...more }),
    });
    const text = await answer.text();
    const body = text ? JSON.parse(text) : null;
    if (!answer.ok) show(form, body ?? { title: String(answer.status) });
    return { ok: answer.ok, status: answer.status, body, position: answer.headers.get("X-Event-Position") };
  } catch {
    show(form, { title: document.documentElement.lang === "es" ? "Sin conexión. Inténtelo de nuevo." : "No connection. Try again." });
    return { ok: false };
  } finally {
    buttons.forEach((button) => { button.disabled = false; });
  }
};
