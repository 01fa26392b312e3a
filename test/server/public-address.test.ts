import { createServer } from "node:net";
import { expect, test } from "vitest";
import { isPublicAddress } from "../../server/webhooks/public-address.ts";
import { sendWebhook } from "../../server/webhooks/send-webhook.ts";

test.each([
  ...[
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
  ],
  ...[
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1",
    "fd00::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
  ],
  ...["2001:db8::1", "::127.0.0.1", "localhost", ""],
])("%s is not public", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(["8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"])("%s is public", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test("no connection is made to a name that leads to this machine, nor to its address, nor without TLS", async () => {
  let connections = 0;
  const server = createServer(() => connections++);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  for (const url of [`https://localhost:${port}/`, `https://127.0.0.1:${port}/`, `http://localhost:${port}/`, "no address"]) {
    expect(await sendWebhook(url, {}, "{}")).toHaveProperty("failure");
  }
  expect(connections).toBe(0);
  server.close();
});
