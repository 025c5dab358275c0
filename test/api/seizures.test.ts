import { expect } from "chai";
import { ANALYST, Api, type Json } from "../support/api.js";
import {
  act,
  decisionOn,
  enforcementWorld,
  type EnforcementWorld,
  HEAVY,
  minutedCase,
  tell,
  titleOf,
} from "../support/enforcement.js";
import { INSPECTOR } from "../support/violationCases.js";

const QUANTITIES = "seized inCustody returned confiscated held destroyed lost compensable discrepancy";
const SEIZURE = `query ($id: SeizureId!, $asOf: AsOf) { seizure(id: $id, asOf: $asOf) {
  status revision seizedOn dueOn isOverdue late: isOverdue(on: "2019-10-30") unitName unit { id } violationCase { id }
  quantities { ${QUANTITIES} } sheets: quantities(unit: SHEET) { seized }
  lines { nodes { id number title isEstimated place sealNumber quantities { ${QUANTITIES} } confiscations { decisionNumber held sanction { id } } } }
  custody { nodes { kind day document returnedTo present council sanction { id } event { actor { subject } } lines { lineId copies } } } } }`;
const FOUND = `query ($id: ID!) { node(id: $id) { id }
  search(text: "truyen kieu", kinds: [SEIZURE]) { nodes { title node { id } } } }`;

describe("exhibits through the API", () => {
  let api: Api;
  let world: EnforcementWorld;
  let caseId: string;
  let partyCase: Awaited<ReturnType<typeof minutedCase>>;
  before(async () => {
    api = await Api.open("2019-09-13T03:00:00.000Z");
    world = await enforcementWorld(api);
    partyCase = await minutedCase(api, world, [titleOf(HEAVY, "Sách Một")]);
    caseId = partyCase.caseId;
  });
  after(() => api.close());

  let minutes = 0;
  const inventory = [
    { title: "Sách Một", copies: 600, condition: "Mới", sealNumber: "NP-01", estimatedValue: "6000000" },
    { title: "Tiếng Việt 5", copies: 2600, estimated: true, condition: "Mới", isbn: "978-0-306-40615-7" },
    { title: "Tờ in rời", copies: 900, unit: "SHEET", condition: "Chưa gấp" },
  ];
  const input = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
    caseId,
    unitId: world.issuer,
    grounds: "SECURE_EXECUTION",
    minutesNumber: `${++minutes}/BB-TG`,
    decisionNumber: `${minutes}/QĐ-TG`,
    seizedOn: "2019-09-09",
    lines: inventory,
    place: "Kho Sở",
    custodian: "Lê Văn Kho",
    ...more,
  });
  const seized = (more: Record<string, unknown> = {}): Promise<string> => act(api, "seizeExhibits", input(more));
  const seizure = async (id: string, principal = INSPECTOR, asOf?: object): Promise<Json> =>
    (await api.ask(SEIZURE, { id, asOf }, principal)).seizure;
  const linesOf = async (id: string): Promise<string[]> => {
    const { lines } = await seizure(id);
    return lines.nodes.map((line: Json) => line.id as string);
  };

  it("are seized, counted, confiscated, destroyed; the decision is annulled and what is left comes back", async () => {
    const seizureId = await seized();
    const [one = "", two = ""] = await linesOf(seizureId);
    const on = { seizureId };
    expect(await seizure(seizureId)).to.deep.include({
      status: "IN_CUSTODY",
      dueOn: "2019-09-16",
      isOverdue: false,
      late: true,
    });
    const lines = [{ lineId: two, copies: 1 }];
    const back = { lines, returnedTo: "Ai đó", document: "1", returnedOn: "2019-09-10" };
    const early = await tell(api, "returnExhibits", { ...on, ...back });
    expect(early).to.include({ __typename: "RuleRefused", code: "EXHIBITS_NOT_COUNTED" });
    await act(api, "countExhibits", {
      ...on,
      counts: [{ lineId: two, copies: 2682 }],
      difference: "CORRECTION",
      countedOn: "2019-09-10",
      minutesNumber: "KK-1",
      reason: "Kiểm đếm",
    });
    const measures = [{ kind: "CONFISCATION", seizureIds: [seizureId] }];
    const sanctionId = await act(api, "issueSanction", { ...decisionOn(world, partyCase), measures });
    const ordered = `query ($id: SanctionId!) { sanction(id: $id) { measures { seizures { id } } } }`;
    const { sanction } = await api.ask(ordered, { id: sanctionId }, INSPECTOR);
    expect(sanction.measures).to.deep.equal([{ seizures: [{ id: seizureId }] }]);
    await act(api, "confiscateExhibits", {
      ...on,
      sanctionId,
      lines: [{ lineId: one, copies: 600 }],
      confiscatedOn: "2019-09-13",
    });
    const confiscated = await api.command(
      "destroyExhibits",
      {
        ...on,
        sanctionId,
        lines: [{ lineId: one, copies: 100 }],
        council: ["Một", "Hai", "Ba"],
        minutesNumber: "TH-1",
        method: "Nghiền",
        destroyedOn: "2019-09-13",
      },
      INSPECTOR,
    );
    expect(confiscated.__typename, JSON.stringify(confiscated)).to.equal("SeizureChanged");
    const still = await tell(api, "revokeConfiscation", { ...on, sanctionId, revokedOn: "2019-09-13", reason: "Hủy" });
    expect(still).to.include({ code: "CONFISCATION_STILL_ORDERED" });
    await act(api, "annulSanction", { sanctionId, ground: "WRONG_PROCEDURE", reason: "Sai thủ tục" });
    await act(api, "revokeConfiscation", { ...on, sanctionId, revokedOn: "2019-09-13", reason: "Hủy quyết định" });

    const now = await seizure(seizureId);
    expect(now.quantities).to.deep.equal({
      seized: 3282,
      inCustody: 3182,
      returned: 0,
      confiscated: 0,
      held: 0,
      destroyed: 100,
      lost: 0,
      compensable: 100,
      discrepancy: 100,
    });
    expect(now.sheets).to.deep.equal({ seized: 900 });
    expect(now.custody.nodes.map((step: Json) => step.kind)).to.deep.equal([
      "SEIZED",
      "COUNTED",
      "CONFISCATED",
      "DESTROYED",
      "REVOKED",
    ]);
    const then = await seizure(seizureId, INSPECTOR, { position: confiscated.position });
    expect(then.quantities).to.include({ confiscated: 600, held: 500, destroyed: 100, compensable: 0 });
    expect(then.lines.nodes[0].confiscations[0].sanction).to.deep.equal({ id: sanctionId });
  });

  it("go through every other command", async () => {
    const seizureId = await seized({
      lines: [...inventory.slice(0, 1), { title: "Sách Hai", copies: 50, condition: "Cũ" }],
    });
    const [one = "", two = ""] = await linesOf(seizureId);
    const on = { seizureId };
    const day = "2019-09-11";
    await act(api, "extendSeizure", {
      ...on,
      extension: "ORDINARY",
      decisionNumber: "GH-1",
      extendedOn: day,
      reason: "Xác minh",
    });
    await act(api, "moveExhibits", { ...on, place: "Kho B", custodian: "Trần Kho", document: "BG-1", movedOn: day });
    const opened = {
      ...on,
      lineIds: [one],
      unsealedOn: day,
      minutesNumber: "MNP-1",
      present: ["Nguyễn Văn An"],
      reason: "Kiểm",
    };
    await act(api, "unsealExhibits", opened);
    await act(api, "splitExhibitLot", {
      ...on,
      lineId: one,
      copies: 100,
      place: "Kho C",
      custodian: "Trần Kho",
      reason: "Tách",
    });
    const [, split = ""] = await linesOf(seizureId);
    await act(api, "mergeExhibitLots", { ...on, lineId: one, fromLineId: split, reason: "Gộp" });
    const seals = [{ lineId: one, sealNumber: "NP-77" }];
    await act(api, "resealExhibits", {
      ...on,
      seals,
      resealedOn: day,
      minutesNumber: "NP-1",
      present: ["Nguyễn Văn An"],
    });
    await act(api, "announceUnclaimedExhibits", { ...on, announcedOn: day, medium: "Báo Thanh Hóa" });
    const missing = {
      kind: "MISSING",
      lines: [{ lineId: two, copies: 2 }],
      minutesNumber: "CL-1",
      foundOn: day,
      reason: "Mất",
    };
    await act(api, "recordExhibitDiscrepancy", { ...on, ...missing });
    await act(api, "correctInventory", {
      ...on,
      lines: [{ lineId: two, title: "Sách Hai (tập 1)", copies: 52 }],
      reason: "Ghi sót",
    });
    const back = {
      lines: [{ lineId: two, copies: 50 }],
      returnedTo: "Nguyễn Văn An",
      document: "TL-1",
      returnedOn: day,
    };
    await act(api, "returnExhibits", { ...on, ...back });
    const shown = await seizure(seizureId);
    expect(shown.quantities).to.include({ seized: 652, inCustody: 600, returned: 50, discrepancy: 2 });
    expect(shown.lines.nodes.map((line: Json) => [line.title, line.place, line.sealNumber])).to.deep.equal([
      ["Sách Một", "Kho B", "NP-77"],
      ["Sách Hai (tập 1)", "Kho B", null],
    ]);
    const names = (answer: Json): Json[] =>
      answer.custody.nodes.flatMap((step: Json) => [step.returnedTo, ...(step.present ?? [])].filter(Boolean));
    expect(names(shown)).to.deep.equal(["Nguyễn Văn An", "Nguyễn Văn An", "Nguyễn Văn An"]);
    expect(
      names(await seizure(seizureId, ANALYST)),
      "who got them back is for those who may read offenders",
    ).to.deep.equal([]);
    const disposed = await tell(api, "voidSeizure", { ...on, reason: "Nhầm" });
    expect(disposed).to.include({ __typename: "RuleRefused", code: "EXHIBITS_DISPOSED" });
    const mistaken = await seized();
    await act(api, "voidSeizure", { seizureId: mistaken, reason: "Nhập nhầm" });
    expect((await seizure(mistaken)).status).to.equal("VOIDED");
  });

  it("are transferred and sold by the decision that confiscates them", async () => {
    const other = await minutedCase(api, world, [titleOf(HEAVY, "Sách Ba")], {
      kind: "HOUSEHOLD_BUSINESS",
      name: "Lê Thị Hai",
    });
    const seizureId = await seized({ caseId: other.caseId });
    const [one = ""] = await linesOf(seizureId);
    const measures = [{ kind: "CONFISCATION", seizureIds: [seizureId] }];
    const sanctionId = await act(api, "issueSanction", { ...decisionOn(world, other), measures });
    const some = { seizureId, sanctionId, lines: [{ lineId: one, copies: 200 }] };
    await act(api, "confiscateExhibits", {
      ...some,
      lines: [{ lineId: one, copies: 500 }],
      confiscatedOn: "2019-09-13",
    });
    await act(api, "transferExhibits", {
      ...some,
      toBody: "Thư viện tỉnh",
      document: "BG-2",
      transferredOn: "2019-09-13",
    });
    await act(api, "sellExhibits", { ...some, proceeds: "2500000", document: "ĐG-1", soldOn: "2019-09-13" });
    expect((await seizure(seizureId)).quantities).to.include({ inCustody: 2700, confiscated: 500, held: 100 });
  });

  it("tell of each day what was taken back of it since, as the lines of that day do", async () => {
    const seizureId = await seized();
    const moved = { place: "Kho B", custodian: "Trần Kho", document: "BG-1", movedOn: "2019-09-10" };
    await act(api, "moveExhibits", { seizureId, ...moved });
    const text = `query ($id: SeizureId!) { seizure(id: $id, validAt: "2019-09-10") {
      lines { nodes { place } } custody { nodes { kind event { id } } } } }`;
    const shown = async (): Promise<Json> => (await api.ask(text, { id: seizureId }, INSPECTOR)).seizure;
    const entryId = (await shown()).custody.nodes.at(-1).event.id;
    const admin = { ...INSPECTOR, role: "ADMIN" } as const;
    await api.done("takeBackSeizureEntry", { seizureId, entryId, reason: "Nhầm vụ" }, admin);
    const { lines, custody } = await shown();
    expect(lines.nodes[0].place).to.equal("Kho Sở");
    expect(custody.nodes.map(({ kind }: Json) => kind)).to.deep.equal(["SEIZED", "MOVED", "TAKEN_BACK"]);
  });

  it("are listed, found by title and by their global id", async () => {
    const LIST = `query ($filter: SeizureFilter) { seizures(first: 50, filter: $filter) { nodes { id status } } }`;
    const list = async (filter: object): Promise<Json[]> => (await api.ask(LIST, { filter }, INSPECTOR)).seizures.nodes;
    const id = await seized({ lines: [{ title: "Truyện Kiều", copies: 5, condition: "Mới" }], seizedOn: "2019-09-03" });
    expect(await list({ title: "truyen kieu" })).to.deep.equal([{ id, status: "IN_CUSTODY" }]);
    expect(await list({ overdueOn: "2019-09-11", caseId })).to.deep.equal([{ id, status: "IN_CUSTODY" }]);
    expect(await list({ seizedFrom: "2019-09-01", seizedTo: "2019-09-04", unitId: world.issuer })).to.have.length(1);
    expect((await list({ statuses: ["VOIDED"] })).length).to.equal(1);
    const found = await api.ask(FOUND, { id }, INSPECTOR);
    expect(found).to.deep.equal({ node: { id }, search: { nodes: [{ title: "Truyện Kiều", node: { id } }] } });
  });

  it("are for inspectors to write and not for the public to read", async () => {
    const denied = await api.command("seizeExhibits", input(), world.cast.clerkOfHealth);
    expect(denied).to.include({ __typename: "NotAllowed", code: "NOT_ALLOWED" });
    const { errors } = await api.tryAsk(`{ seizures { nodes { id } } }`, {}, null);
    expect(errors[0]?.code).to.equal("UNAUTHENTICATED");
  });

  it("refuse careless and hostile input, naming every field", async () => {
    const line = { title: "Sách", copies: 1, condition: "Mới" };
    const bad = [
      { ...line, copies: 0 },
      { ...line, copies: -3 },
      { ...line, copies: 10_000_001 },
      { ...line, title: " \u200b " },
      { ...line, isbn: "123" },
      { ...line, year: 20190 },
    ];
    const wrong = await tell(api, "seizeExhibits", input({ lines: bad }));
    expect(wrong.__typename).to.equal("InvalidInput");
    const paths = wrong.issues.map((issue: Json) => issue.path.join("."));
    for (const path of [
      "lines.0.copies",
      "lines.1.copies",
      "lines.2.copies",
      "lines.3.title",
      "lines.4.isbn",
      "lines.5.year",
    ])
      expect(paths).to.include(path);
    const empty = await tell(api, "seizeExhibits", input({ lines: [] }));
    expect(empty.issues.map((issue: Json) => issue.path)).to.deep.equal([["lines"]]);
    const nobody = await tell(
      api,
      "seizeExhibits",
      input({ caseId: "ViolationCase:00000000-0000-4000-8000-000000000000" }),
    );
    expect(nobody).to.include({ __typename: "NotFound", code: "VIOLATION_CASE_NOT_FOUND" });
    const lost = { seizureId: "Seizure:00000000-0000-4000-8000-000000000000", reason: "x" };
    expect(await tell(api, "voidSeizure", lost)).to.include({ __typename: "NotFound", code: "SEIZURE_NOT_FOUND" });
    const seizureId = await seized();
    const lines = [{ lineId: "00000000-0000-4000-8000-000000000000", copies: 1 }];
    const back = { seizureId, lines, returnedTo: "Ai đó", document: "1", returnedOn: "2019-09-10" };
    const strange = await tell(api, "returnExhibits", back);
    expect(strange).to.include({ __typename: "NotFound", code: "EXHIBIT_LINE_NOT_FOUND" });
    const again = { ...input(), minutesNumber: `${minutes - 1}/bb-tg` };
    expect(await tell(api, "seizeExhibits", again)).to.include({ code: "SEIZURE_RECORDED_ALREADY" });
  });

  it("are overdue from the midnight in Vietnam that ends their last day, though nothing is recorded then", async () => {
    const id = await seized();
    const { dueOn } = await seizure(id);
    const { position } = (await api.ask("{ ledger { position } }")).ledger as Json;
    const list = `query ($on: LocalDate) { seizures(filter: { overdueOn: $on }) { nodes { id } } }`;
    api.now = `${dueOn}T16:59:59.999Z`;
    expect((await seizure(id)).isOverdue).to.equal(false);
    api.pass(1);
    expect((await seizure(id)).isOverdue).to.equal(true);
    const { today } = (await api.ask("{ ledger { today } }")).ledger as Json;
    expect((await api.ask(list, { on: today }, INSPECTOR)).seizures.nodes).to.deep.include({ id });
    expect((await seizure(id, INSPECTOR, { position })).isOverdue, "on the day of that position").to.equal(false);
    expect((await seizure(id, INSPECTOR, { position, today })).isOverdue).to.equal(true);
  });
});
