import { createHash } from "node:crypto";
import { expect } from "chai";
import ICAL from "ical.js";
import { type RunningServer, startServer } from "../../src/server/server.js";
import { Api, type Json } from "../support/api.js";
import { type Cast, cast, walkIn } from "../support/cast.js";
import { withoutThreads } from "./support/servers.js";

const SECRET = "A".repeat(43);
const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

describe("a unit's calendar of what is due", () => {
  let api: Api;
  let world: Cast;
  let server: RunningServer;
  const lines: string[] = [];
  before(async () => {
    api = await Api.open();
    world = await cast(api);
    const config = withoutThreads({ DATA_DIR: api.folder });
    server = await startServer({ config, ledger: api.ledger, logTo: { write: (line) => void lines.push(line) } });
  });
  after(async () => {
    await server.close();
    await api.close();
  });

  const issue = (secret: string, unitId = world.health): Promise<Json> =>
    api.command("issueUnitCalendar", { unitId, secretHash: hashOf(secret), purpose: "Văn phòng" }, world.clerkOfHealth);
  const get = (secret: string, query = ""): Promise<Response> => fetch(`${server.url}/calendar/${secret}.ics${query}`);
  const read = async (query = ""): Promise<ICAL.Component> => {
    const response = await get(SECRET, query);
    expect([response.status, response.headers.get("content-type")]).to.deep.equal([
      200,
      "text/calendar; charset=utf-8",
    ]);
    return ICAL.Component.fromString(await response.text());
  };
  const events = async (query = ""): Promise<Record<string, unknown>[]> =>
    (await read(query)).getAllSubcomponents("vevent").map((event) => {
      const value = (name: string): unknown => event.getFirstPropertyValue(name);
      const start = value("dtstart") as ICAL.Time;
      return {
        ...{ uid: value("uid"), sequence: value("sequence"), summary: value("summary") },
        ...{ start: String(start), isDate: start.isDate, stamp: String(value("dtstamp")) },
        description: value("description"),
      };
    });
  const calendarIds = async (principal = world.clerkOfHealth as Parameters<Api["ask"]>[2]): Promise<string[]> => {
    const text = `query ($id: UnitId!) { unit(id: $id) { calendars { calendarId purpose } } }`;
    return (await api.ask(text, { id: world.health }, principal)).unit.calendars.map((one: Json) => one.calendarId);
  };

  it("is issued to a unit by its hash, by its own clerk, and each secret once", async () => {
    expect((await get(SECRET)).status).to.equal(404);
    expect((await issue(SECRET)).entity).not.to.equal(undefined);
    const codeOf = ({ code, path }: Json): unknown => [code, path];
    expect(codeOf(await issue(SECRET))).to.deep.equal(["CALENDAR_SECRET_TAKEN", ["secretHash"]]);
    expect(codeOf(await issue("B".repeat(43), world.land))).to.deep.equal(["NOT_YOUR_UNIT", ["unitId"]]);
    const malformed = { unitId: world.health, secretHash: "Z".repeat(64), purpose: "Văn phòng" };
    expect(codeOf(await api.command("issueUnitCalendar", malformed))).to.deep.equal([
      "CALENDAR_HASH_MALFORMED",
      ["secretHash"],
    ]);
    // Who shows no token does not learn that there is one.
    expect([await calendarIds(), await calendarIds(null)].map(({ length }) => length)).to.deep.equal([1, 0]);
  });

  it("has what the unit owes as whole days under ids that stay, and names nobody", async () => {
    const shown = [{ reporterId: world.carded, kind: "PRESS_CARD", number: "IBT 00123" }];
    const visitId = await api.done("registerVisit", walkIn(world, { documents: shown, subject: "Hỏi Lê Văn An" }));
    await api.done("startVisitSession", { visitId });
    await api.done("recordVisitOutcome", { visitId, outcome: { answerForm: "ORAL", summary: "Đã trả lời" } });
    expect(await events()).to.deep.equal([]);
    await api.done("promiseInformation", { visitId, what: "Gửi Lê Văn An số liệu", dueOn: "2019-09-20" });
    const [event] = await events();
    expect(event).to.deep.include({
      ...{ sequence: 0, summary: "Cung cấp thông tin đã hẹn", start: "2019-09-20", isDate: true },
      ...{ stamp: "2019-09-10T03:00:00Z", description: `Hồ sơ: ${visitId}` },
    });
    expect(event?.["uid"]).to.match(/^PROMISED_INFORMATION-Visit-[0-9a-f-]+@press-ledger$/);
    const [english] = await events("?lang=en");
    expect(english).to.deep.include({ uid: event?.["uid"], summary: "Information promised in a visit" });
    const text = await (await get(SECRET)).text();
    expect(text).to.contain("Sở Y tế").and.not.contain("Lê Văn An");

    const query = `query ($id: VisitId!) { visit(id: $id) { promises { id } } }`;
    const [{ id: promiseId }] = (await api.ask(query, { id: visitId })).visit.promises;
    await api.done("fulfilPromise", { visitId, promiseId, how: "Gửi thư" });
    expect(await events()).to.deep.equal([]);
  });

  it("tells in its sequence that a day was moved", async () => {
    const input = { role: "AUTHORISED", matter: "Dịch", name: "Lê Văn Nam", post: "Phó", document: "12/QĐ" };
    const head = await api.done("appointSpokesperson", {
      ...{ unitId: world.health, role: "HEAD", name: "Lê Nam", post: "Giám đốc", document: "1/QĐ", from: "2019-09-10" },
    });
    await api.done("publishSpokesperson", { spokespersonId: head, publishedOn: "2019-09-10" });
    const spokespersonId = await api.done("appointSpokesperson", {
      ...{ unitId: world.health, ...input, from: "2019-09-10", to: "2019-09-30", authorisedById: head },
    });
    const ends = async (): Promise<unknown[]> =>
      (await events()).filter(({ uid }) => String(uid).startsWith("APPOINTMENT_ENDS"));
    const [before] = (await ends()) as Record<string, unknown>[];
    expect(before).to.deep.include({ start: "2019-09-30", sequence: 0 });
    api.pass(60_000);
    await api.done("correctSpokesperson", { spokespersonId, to: "2019-10-15", reason: "Ghi nhầm" });
    expect(await ends()).to.deep.equal([
      { ...before, start: "2019-10-15", sequence: 1, stamp: "2019-09-10T03:01:00Z" },
    ]);
  });

  it("is nobody's once it was withdrawn; what opens nothing looks the same, and no secret is in the log", async () => {
    const [calendarId] = await calendarIds();
    expect((await get(SECRET, "?lang=fr")).status).to.equal(400);
    await api.done("withdrawUnitCalendar", { unitId: world.health, calendarId }, world.clerkOfHealth);
    const answers = await Promise.all([SECRET, "C".repeat(43), "short", "../graphql"].map((one) => get(one)));
    expect(answers.map(({ status }) => status)).to.deep.equal([404, 404, 404, 404]);
    const again = await api.command("withdrawUnitCalendar", { unitId: world.health, calendarId });
    expect([again.code, again.path]).to.deep.equal(["CALENDAR_NOT_FOUND", ["unitId"]]);
    expect(lines.join("\n")).to.contain("/calendar/:file").and.not.contain(SECRET);
    const { events: all } = await api.ledger.log.readAll({ limit: 1_000 });
    expect(JSON.stringify(all)).to.contain(hashOf(SECRET)).and.not.contain(SECRET);
  });
});
