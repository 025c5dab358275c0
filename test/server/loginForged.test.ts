import { expect } from "chai";
import { WebSocket } from "ws";
import { cleanUp } from "../eventstore/support/stores.js";
import { answerOf, codes, start, type TestServer } from "./support/servers.js";
import { StreamClient } from "./support/streams.js";
import { seen } from "./support/tinySchema.js";

const LISTED = "https://bao.example.vn";
const WRITE = 'mutation { write(input: { text: "a" }) }';

describe("the cookie of a login", () => {
  let server: TestServer;
  let cookie = "";
  before(async () => {
    server = await start({ env: { ALLOWED_ORIGINS: LISTED } });
    cookie = `ledger-access=${await server.token()}`;
  });
  after(cleanUp);

  const JSON_BODY = { "content-type": "application/json" };
  const ask = (headers: Record<string, string>, query = "{ me }") =>
    server.ask(query, { headers: { cookie, ...headers } });
  const OFFICER = { me: "PRESS_OFFICER officer-1 null" };

  it("counts for what our own page's script sends", async () => {
    expect((await ask({ "x-ledger-page": "1" })).data).to.deep.equal(OFFICER);
    expect((await ask({ "x-ledger-page": "1", "sec-fetch-site": "same-origin" })).data).to.deep.equal(OFFICER);
    const query = new URLSearchParams({ query: "{ me }" });
    const got = await fetch(`${server.endpoint}?${query}`, { headers: { ...JSON_BODY, cookie, "x-ledger-page": "1" } });
    expect((await answerOf(got)).data).to.deep.equal(OFFICER);
  });

  for (const headers of [
    {},
    { "x-ledger-page": "" },
    { "x-ledger-page": "0" },
    { "x-ledger-page": "1, 1" },
    { "sec-fetch-site": "same-origin" },
    { "x-ledger-page": "1", "sec-fetch-site": "cross-site" },
    { "x-ledger-page": "1", "sec-fetch-site": "same-site" },
    { "x-ledger-page": "1", "sec-fetch-site": "none" },
    { origin: LISTED, "sec-fetch-site": "cross-site" },
    { origin: LISTED },
  ] as Record<string, string>[]) {
    it(`counts for nothing with ${JSON.stringify(headers)}`, async () => {
      expect((await ask(headers)).data).to.deep.equal({ me: null });
      const client = await StreamClient.open(server.url, "subscription { whoAmI }", {
        headers: { cookie, ...headers },
      });
      expect((await client.next())?.data).to.deep.equal({ data: { whoAmI: "nobody" } });
      client.leave();
    });
  }

  it("is of no use to a form, to a fetch without a preflight, and to a link", async () => {
    const before = seen.writes;
    const fields = new URLSearchParams({ query: WRITE });
    for (const [type, body] of [
      ["application/x-www-form-urlencoded", String(fields)],
      [
        "multipart/form-data; boundary=x",
        `--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n${WRITE}\r\n--x--`,
      ],
      ["text/plain", JSON.stringify({ query: WRITE })],
    ] as const) {
      for (const path of ["/graphql", "/login/as", "/logout"]) {
        const headers = { cookie, origin: "null", "sec-fetch-site": "cross-site", "content-type": type };
        const answer = await fetch(`${server.url}${path}`, { method: "POST", headers, body });
        expect(answer.status, `${type} ${path}`).to.be.within(400, 415);
        expect(answer.headers.getSetCookie()).to.deep.equal([]);
      }
    }
    for (const path of ["/graphql", "/graphql/stream"]) {
      const headers = { cookie, "sec-fetch-site": "cross-site", accept: "text/html" };
      const answer = await fetch(`${server.url}${path}?${fields}`, { headers });
      expect(answer.status, path).to.be.within(400, 406);
    }
    expect(seen.writes).to.equal(before);
  });

  it("is not granted to a page of a listed origin: its preflight has no header of ours, nor credentials", async () => {
    for (const path of ["/graphql", "/graphql/stream", "/login/as", "/login/state", "/logout"]) {
      const headers = {
        origin: LISTED,
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type,x-ledger-page",
      };
      const preflight = await fetch(`${server.url}${path}`, { method: "OPTIONS", headers });
      expect(preflight.headers.get("access-control-allow-headers") ?? "", path).not.to.match(/x-ledger-page|\*/i);
      expect(preflight.headers.get("access-control-allow-credentials"), path).to.equal(null);
    }
    const headers = { cookie, origin: LISTED, "sec-fetch-site": "cross-site" };
    const state = await fetch(`${server.url}/login/state`, { headers });
    expect(await state.json()).to.deep.include({ signedIn: false });
    expect(state.headers.get("access-control-allow-credentials")).to.equal(null);
  });

  it("is not taken by a WebSocket", async () => {
    const address = server.endpoint.replace("http", "ws");
    const headers = { cookie, "x-ledger-page": "1", origin: server.url };
    const socket = new WebSocket(address, "graphql-transport-ws", { headers });
    const answers: string[] = [];
    await new Promise<void>((resolve, reject) => {
      socket.on("error", reject);
      socket.on("open", () => socket.send(JSON.stringify({ type: "connection_init" })));
      socket.on("message", (data) => {
        answers.push(String(data));
        const subscribe = { id: "1", type: "subscribe", payload: { query: "subscription { whoAmI }" } };
        if (answers.length === 1) socket.send(JSON.stringify(subscribe));
        if (answers.length === 2) resolve();
      });
    });
    socket.close();
    expect(answers[1]).to.contain('"whoAmI":"nobody"');
  });

  it("is refused as a token is, and taken away, when it is no good", async () => {
    const answer = await ask({ cookie: "ledger-access=nonsense", "x-ledger-page": "1" });
    expect([answer.status, ...codes(answer)]).to.deep.equal([401, "UNAUTHENTICATED"]);
    const gone = answer.headers.getSetCookie();
    expect(gone.map((line) => line.split(";", 2).join(";"))).to.deep.equal([
      "ledger-access=; Max-Age=0",
      "ledger-refresh=; Max-Age=0",
    ]);
    const without = await ask({ cookie: "ledger-access=nonsense" });
    expect([without.status, without.data]).to.deep.equal([200, { me: null }]);
    expect(JSON.stringify(server.lines)).not.to.contain("nonsense");
  });

  it("is read though others stand beside it that cannot be", async () => {
    const answer = await ask({ cookie: `a=%E0%A4%A; =; ${cookie}; b`, "x-ledger-page": "1" });
    expect(answer.data).to.deep.equal(OFFICER);
  });
});
