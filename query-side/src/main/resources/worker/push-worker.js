// Shows what the clinic has to say while its page is closed, and tells it that it was shown. It keeps nothing.
const ours = (address) => {
  const url = address ? new URL(address, self.location.origin) : null;
  return url?.origin === self.location.origin ? url : null;
};

const read = (data) => {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
};

const told = async (ack) => {
  const url = ours(ack);
  if (!url) return;
  // Without this word the clinic takes the next way, so that it may fail.
  await fetch(url, { method: "POST", credentials: "omit" }).catch(() => undefined);
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("push", (event) => {
  const said = read(event.data);
  const shown = self.registration.showNotification(said.title ?? "", {
    body: said.body ?? "",
    tag: said.tag,
    data: { url: said.url },
  });
  event.waitUntil(shown.then(() => told(said.ack)));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const url = ours(event.notification.data?.url);
  if (url) event.waitUntil(self.clients.openWindow(url));
});
