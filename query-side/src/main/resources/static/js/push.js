// Lets patients choose, on their own page, to be told on this device; nothing is asked before they press the button.
const section = document.querySelector("[data-push]");
const KEPT = "carequeue.push";
const DEVICE = "carequeue.push.device";

const button = (name) => section.querySelector(`[data-push-${name}]`);
const say = (name) => { section.querySelector("[data-push-said]").textContent = name ? section.dataset[name] : ""; };

const bytes = (base64) => {
  const plain = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
};

const same = (buffer, key) => buffer && new Uint8Array(buffer).every((byte, i) => byte === key[i]);

// One device may show the pages of several people: only the one whose page asked is told here.
const isOn = async (registration) =>
  localStorage.getItem(KEPT) === section.dataset.push && Boolean(await registration.pushManager.getSubscription());

const show = (on) => {
  button("on").hidden = on;
  button("off").hidden = !on;
  say(on ? "isOn" : "");
};

const subscribed = async (registration, key) => {
  const there = await registration.pushManager.getSubscription();
  if (there && same(there.options?.applicationServerKey, key)) return there;
  await there?.unsubscribe();
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
};

const turnOn = async (registration, key) => {
  if ((await Notification.requestPermission()) !== "granted") return say("denied");
  const { endpoint, keys } = (await subscribed(registration, key)).toJSON();
  const answer = await fetch(section.dataset.push, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ endpoint, keys }),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  localStorage.setItem(KEPT, section.dataset.push);
  localStorage.setItem(DEVICE, (await answer.json()).deviceId);
  return show(true);
};

const turnOff = async (registration) => {
  // The patient's other devices are still told.
  const answer = await fetch(`${section.dataset.push}/${localStorage.getItem(DEVICE)}`, { method: "DELETE" });
  if (!answer.ok) throw new Error(String(answer.status));
  localStorage.removeItem(KEPT);
  localStorage.removeItem(DEVICE);
  await (await registration.pushManager.getSubscription())?.unsubscribe();
  return show(false);
};

const pressed = (name, action) => button(name).addEventListener("click", async () => {
  button(name).disabled = true;
  try {
    await action();
  } catch {
    say("failed");
  } finally {
    button(name).disabled = false;
  }
});

const begin = async () => {
  const answer = await fetch("/webhooks/push/key");
  if (!answer.ok) return;
  const key = bytes((await answer.json()).key);
  await navigator.serviceWorker.register("/p/worker.js", { scope: "/p/" });
  const registration = await navigator.serviceWorker.ready;
  pressed("on", () => turnOn(registration, key));
  pressed("off", () => turnOff(registration));
  show(await isOn(registration));
  section.hidden = false;
};

// An iPhone takes push messages only for pages on its home screen.
const home = document.querySelector("[data-push-home]");
if (home && "standalone" in navigator && !navigator.standalone) home.hidden = false;

// Where a browser cannot do it, or we have no key, there is nothing to choose.
if (section && "serviceWorker" in navigator && "PushManager" in window && "Notification" in window) begin().catch(() => undefined);
