import { expect } from "chai";
import type { Principal } from "../../src/commands/bus.js";
import { ANALYST, Api, type Json, OFFICER } from "../support/api.js";
import { SINCE, walkIn } from "../support/cast.js";
import {
  act,
  decisionOn,
  enforcementWorld,
  type EnforcementWorld,
  HEAVY,
  type MinutedCase,
  minutedCase,
  payment,
  titleOf,
} from "../support/enforcement.js";
import { INSPECTOR, OFFENDER } from "../support/violationCases.js";

const DAY = "2019-09-13";
const OVERSIGHT: Principal = { subject: "oversight-1", role: "OVERSIGHT", unitId: null };

/** Every way in which people look for things: what is typed, and what it is to find. */
describe("search, as people look", function () {
  this.timeout(120_000);
  let api: Api;
  let world: EnforcementWorld;
  let minuted: MinutedCase;
  let ofCompany: MinutedCase;
  let ids: Readonly<Record<string, string>>;

  before(async () => {
    api = await Api.open(`${DAY}T03:00:00.000Z`);
    world = await enforcementWorld(api);
    const { cast } = world;
    const unit = (kind: string, name: string, code?: string): Promise<string> =>
      api.done("registerUnit", { unit: { kind, name, ...(code === undefined ? {} : { code }) }, ...SINCE });
    for (const name of [
      "Sở Thông tin và Truyền thông",
      "Sở Văn hóa, Thể thao và Du lịch",
      "Ủy ban nhân dân tỉnh Thanh Hoá",
      "Hội đồng nhân dân tỉnh",
      "Sở Khoa học và Công nghệ",
    ])
      await unit("DEPARTMENT", name);
    for (const name of ["Huyện Đông Sơn", "Huyện Lý Nhân", "Huyện Triệu Sơn", "Huyện Hoằng Hóa"])
      await unit("DISTRICT", name);
    await unit("DISTRICT", "Huyện Mường Lát", "0385");
    const agency = await api.done("registerPressAgency", {
      ...{ name: "Đài Phát thanh và Truyền hình", kinds: ["RADIO"], level: "LOCAL" },
      ...{ governingBody: "UBND tỉnh Nghệ An", registeredOn: "2018-01-01" },
      licenceNumber: "Giấy phép số 0321/GP – BTTTT ngày 5/8/2017",
    });
    const agencyId = agency;
    const at = { agencyId, since: "2018-01-01" };
    await api.done("registerReporter", { name: "Đặng Thị Mỹ", kind: "OCCASIONAL", ...at });
    await api.done("registerReporter", { name: "Nguyễn Quốc Hòa", kind: "OCCASIONAL", ...at });
    await api.done("notifyRepresentativeOffice", {
      ...{ agencyId, address: "25 Phan Chu Trinh", notifiedOn: "2019-01-02", startsOn: "2019-02-01" },
      headReporterId: cast.carded,
    });
    await api.done("registerVisit", walkIn(cast, { subject: "Dự án đang bị chậm" }));
    await api.done("registerVisit", walkIn(cast, { subject: "Làm việc với UBND huyện" }));

    minuted = await minutedCase(api, world, [titleOf(HEAVY, "Đất rừng phương Nam")], {
      kind: "HOUSEHOLD_BUSINESS",
      name: OFFENDER,
    });
    ofCompany = await minutedCase(api, world, [titleOf(HEAVY, "Số đỏ")], {
      kind: "ORGANISATION",
      name: "Công ty TNHH Phát hành sách Lam Sơn",
    });
    const sanction = await act(api, "issueSanction", {
      ...decisionOn(world, minuted),
      number: "Số: 0123 / QD – XPVPHC",
      ...{ occurredAt: "2019-09-12T03:00:00.000Z", lateEntryReason: "Vào sổ muộn" },
    });
    await act(api, "recordFinePayment", payment(sanction, "1000000", DAY, { number: "AB/19P 0012345" }));
    const seizure = await act(api, "seizeExhibits", {
      ...{ caseId: minuted.caseId, unitId: world.issuer, grounds: "SECURE_EXECUTION", seizedOn: "2019-09-09" },
      ...{ minutesNumber: "Biên bản số 45/BB–TG", decisionNumber: "46/QĐ-TG", place: "Kho", custodian: "Thủ kho" },
      lines: [{ title: "Truyện Kiều", copies: 600, condition: "Mới" }],
    });
    const inspection = await act(api, "decideInspection", {
      ...{ kind: "CHECK", title: `Kiểm tra nhà sách ${OFFENDER}`, decisionNumber: "QĐ số 00789/QĐ-TTr ngày 12/9/2019" },
      periodExamined: { from: "2019-01-01", to: "2019-08-31" },
      ...{ decidedOn: DAY, onSite: { from: DAY, to: DAY }, lead: { unitId: world.issuer } },
      targets: [{ kind: "HOUSEHOLD_BUSINESS", name: OFFENDER }],
      team: [{ name: "Trần Thị Bình", role: "HEAD" }],
    });
    ids = { sanction, seizure, inspection };
  });
  after(() => api.close());

  const QUERY = `query ($text: String!, $kinds: [SearchKind!], $first: Int, $after: String, $asOf: AsOf, $validAt: LocalDate) {
    search(text: $text, kinds: $kinds, first: $first, after: $after, asOf: $asOf, validAt: $validAt) {
      nodes { kind title node { id } why { field match text words { vi } } } pageInfo { hasNextPage endCursor } } }`;
  const search = async (text: string, more: object = {}, principal: Principal | null = OFFICER): Promise<Json> =>
    (await api.ask(QUERY, { text, ...more }, principal)).search;
  const hits = async (text: string, more: object = {}, principal: Principal | null = OFFICER): Promise<Json[]> =>
    (await search(text, more, principal)).nodes;
  const first = async (text: string): Promise<string | undefined> => (await hits(text))[0]?.title;

  const FINDS: readonly (readonly [typed: string, title: string])[] = [
    // Marks, tones, capitals, forms of Unicode, hyphens
    ["dong son", "Huyện Đông Sơn"],
    ["ĐÔNG SƠN", "Huyện Đông Sơn"],
    ["đông-sơn", "Huyện Đông Sơn"],
    ["Đông Sơn".normalize("NFD"), "Huyện Đông Sơn"],
    ["\u00D0ông Sơn", "Huyện Đông Sơn"],
    ["hoằng hoá", "Huyện Hoằng Hóa"],
    ["nguyễn quốc hoà", "Nguyễn Quốc Hòa"],
    ["lí nhân", "Huyện Lý Nhân"],
    ["ly nhan", "Huyện Lý Nhân"],
    ["đặng thị mĩ", "Đặng Thị Mỹ"],
    // Keystrokes
    ["ddoong sown", "Huyện Đông Sơn"],
    ["dong6 so7n", "Huyện Đông Sơn"],
    ["nguyeexn quoocs hoaf", "Nguyễn Quốc Hòa"],
    ["nguye64n quo61c ho2a", "Nguyễn Quốc Hòa"],
    ["ddawngj thij myx", "Đặng Thị Mỹ"],
    // Words run together, one letter wrong
    ["dongson", "Huyện Đông Sơn"],
    ["hoanghoa", "Huyện Hoằng Hóa"],
    ["huyện trieus son", "Huyện Triệu Sơn"],
    ["huyeen muongf lat", "Huyện Mường Lát"],
    ["so truyne thong", "Sở Thông tin và Truyền thông"],
    ["hoawng hoa", "Huyện Hoằng Hóa"],
    // Abbreviations
    ["UBND tỉnh", "Ủy ban nhân dân tỉnh Thanh Hoá"],
    ["ubnd tinh thanh hoa", "Ủy ban nhân dân tỉnh Thanh Hoá"],
    ["sở truyeenf thoong", "Sở Thông tin và Truyền thông"],
    ["HĐND", "Hội đồng nhân dân tỉnh"],
    ["hdnd", "Hội đồng nhân dân tỉnh"],
    ["TTTT", "Sở Thông tin và Truyền thông"],
    ["Sở TT&TT", "Sở Thông tin và Truyền thông"],
    ["STTTT", "Sở Thông tin và Truyền thông"],
    ["VHTTDL", "Sở Văn hóa, Thể thao và Du lịch"],
    ["Sở VH-TT-DL", "Sở Văn hóa, Thể thao và Du lịch"],
    ["PTTH", "Đài Phát thanh và Truyền hình"],
    ["Sở KH&CN", "Sở Khoa học và Công nghệ"],
    ["uỷ ban nhân dân huyện", "Làm việc với UBND huyện"],
    // Codes, addresses
    ["0385", "Huyện Mường Lát"],
    ["phan chu trinh", "25 Phan Chu Trinh"],
  ];
  for (const [typed, title] of FINDS) {
    it(`“${typed}” finds ${title} first`, async () => {
      expect(await first(typed)).to.equal(title);
    });
  }

  /** Of each kind of record its number, in the forms in which papers bear it. */
  const BY_NUMBER: readonly (readonly [title: string, kind: string, field: string, ...typed: string[]])[] = [
    [
      ...(["123/QĐ-XPVPHC", "SANCTION", "DECISION_NUMBER"] as const),
      ...["123/QĐ-XPVPHC", "Số: 123/QĐ-XPVPHC", "123/QĐ-XPVPHC ngày 12/9/2019", "QĐ số 00123/QĐ-XPVPHC", "0123"],
      ...["123/QĐ–XPVPHC", "123/QĐ\u2011XPVPHC", "123/QD-XPVPHC", "123/Q\u00D0-XPVPHC", "123/qđ-xpvphc"],
      ...["123 / QĐ - XPVPHC", "123/2019/QĐ-XPVPHC", "Quyết định số 123/2019/QĐ-XPVPHC", "123/QĐ", "12/9/2019"],
      ...["quyết định 123", "123/QĐ-XPVPHC ngày 12 tháng 9 năm 2019"],
    ],
    ["123/QĐ-XPVPHC", "SANCTION", "RECEIPT_NUMBER", "AB/19P 0012345", "ab/19p-12345"],
    ["Truyện Kiều", "SEIZURE", "MINUTES_NUMBER", "45/BB-TG", "BB số 045/BB - TG"],
    ["Truyện Kiều", "SEIZURE", "DECISION_NUMBER", "46/QĐ-TG", "số 46/qd–tg"],
    ["Lê Văn An", "REPORTER", "CARD_NUMBER", "IBT 00123", "ibt-00123", "IBT00123", "ibt123", "thẻ nhà báo IBT 00123"],
    ["Đài Phát thanh và Truyền hình", "PRESS_AGENCY", "LICENCE_NUMBER", "321/GP-BTTTT", "GP số 0321 / GP–BTTTT"],
    [`Kiểm tra nhà sách ${OFFENDER}`, "INSPECTION", "DECISION_NUMBER", "789/QĐ-TTr", "Số: 0789/qđ-ttr"],
  ];
  for (const [title, kind, field, ...typed] of BY_NUMBER) {
    for (const text of typed) {
      it(`“${text}” finds ${kind} by its ${field}`, async () => {
        const found = (await hits(text)).find((hit) => hit.kind === kind);
        expect(found?.title).to.equal(title);
        expect(found.why.map((one: Json) => one.field)).to.deep.equal([field]);
        expect(found.why[0].match).to.equal("NUMBER");
      });
    }
  }

  it("finds a case by its minutes, by its publication, and until there are minutes by its day", async () => {
    const { minutes } = await world.cases.ask(minuted.caseId);
    const byNumber = await hits(`Biên bản số ${minutes.number}`, { kinds: ["VIOLATION_CASE"] });
    expect(byNumber.map(({ node }) => node.id)).to.include(minuted.caseId);
    const [byTitle] = await hits("đất rừng phương nam", { kinds: ["VIOLATION_CASE"] });
    expect([byTitle.node.id, byTitle.why[0].field]).to.deep.equal([minuted.caseId, "PUBLICATION"]);
    const caseId = await world.cases.record();
    const byDay = await hits("ngày 4/9/2019", { kinds: ["VIOLATION_CASE"] });
    expect(byDay.map(({ node, title }) => [node.id, title])).to.deep.equal([[caseId, "Phát hiện ngày 04/9/2019"]]);
  });

  it("puts what is as it was typed before what is so without marks", async () => {
    const found = await hits("đang");
    expect(found.map(({ title }) => title).slice(0, 2)).to.deep.equal(["Dự án đang bị chậm", "Đặng Thị Mỹ"]);
    expect(found.map(({ why }) => why[0].match).slice(0, 2)).to.deep.equal(["EXACT", "UNMARKED"]);
  });

  it("says why something was found", async () => {
    const why = async (text: string): Promise<Json[]> => (await hits(text))[0].why;
    const name = "Sở Thông tin và Truyền thông";
    expect(await why("sở thông tin")).to.deep.equal([
      { field: "NAME", match: "EXACT", text: name, words: { vi: "tên: đúng từng chữ, từng dấu" } },
    ]);
    const matches = async (text: string): Promise<unknown> => (await why(text)).map(({ match }) => match);
    expect(await matches("so thong tin")).to.deep.equal(["UNMARKED"]);
    expect(await matches("so thong ti")).to.deep.equal(["BEGINNING"]);
    expect(await matches("sở tttt")).to.deep.equal(["ABBREVIATION"]);
    expect(await matches("so thogn tin")).to.deep.equal(["NEAR"]);
    const both = await why("đặng thị mỹ");
    expect(both.length).to.equal(1);
    // Words of two texts of one record.
    const [{ why: two }] = await hits(`${OFFENDER} 123/QĐ-XPVPHC`);
    expect(two.map(({ field }: Json) => field)).to.have.members(["DECISION_NUMBER", "PARTY"]);
  });

  it("reads what was typed otherwise only where it finds nothing as it stands, on every page", async () => {
    expect((await hits("huyện triệu sơn")).map(({ title }) => title)).to.deep.equal(["Huyện Triệu Sơn"]);
    for (const typed of ["huyeenj", "123", "huyện", "hueyn"]) {
      const all = (await hits(typed, { first: 100 })).map(({ node }) => node.id);
      const paged: string[] = [];
      for (let after: string | null = null; ;) {
        const { nodes, pageInfo }: Json = await search(typed, { first: 1, after });
        paged.push(...nodes.map(({ node }: Json) => node.id));
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor;
      }
      expect(paged, typed).to.deep.equal(all);
      expect(all.length, typed).to.be.greaterThan(0);
      expect(new Set(paged).size, typed).to.equal(paged.length);
    }
  });

  it("shows parties who are persons to nobody who may not read their names, neither the hit nor why", async () => {
    for (const typed of [OFFENDER, "nguyen van an", "nguyễn văn", "nguyeenx vawn an", "nguyenvanan", "nguyne van an"]) {
      const kinds = ["VIOLATION_CASE", "SANCTION", "INSPECTION"];
      for (const reader of [OFFICER, INSPECTOR, OVERSIGHT]) {
        const found = await hits(typed, { kinds }, reader);
        expect(new Set(found.map(({ kind }) => kind)), typed).to.deep.equal(new Set(kinds));
      }
      for (const reader of [ANALYST, world.cast.clerkOfHealth]) {
        expect(await hits(typed, { kinds }, reader), typed).to.deep.equal([]);
      }
      expect(JSON.stringify(await hits(typed, {}, null)), typed).not.to.include("SANCTION");
    }
    // With the number beside it, the name would say whose it is.
    expect(await hits(`123/QĐ-XPVPHC ${OFFENDER}`, {}, ANALYST)).to.deep.equal([]);
    const [sanction] = await hits("123/QĐ-XPVPHC", {}, ANALYST);
    expect([sanction.node.id, sanction.why.length]).to.deep.equal([ids["sanction"], 1]);
    const [inspection] = await hits("kiểm tra nhà sách", {}, ANALYST);
    expect([inspection.title, inspection.why[0].text]).to.deep.equal(Array(2).fill("Kiểm tra nhà sách N••• V••• A•••"));
  });

  it("finds organisations for whoever may read the record, and no more once one is known to be a person", async () => {
    const of = async (principal: Principal): Promise<unknown> =>
      (await hits("phát hành sách lam sơn", {}, principal)).map(({ node }) => node.id);
    const sanctionId = await act(api, "issueSanction", decisionOn(world, ofCompany));
    for (const reader of [ANALYST, INSPECTOR]) expect(await of(reader)).to.deep.equal([sanctionId, ofCompany.caseId]);
    const { caseId, partyId } = ofCompany;
    await act(api, "annulSanction", { sanctionId, ground: "WRONG_SUBJECT", reason: "Sai đối tượng" });
    await act(api, "addVerificationRecord", {
      ...{ caseId, madeOn: DAY, madeBy: "Đội 1", corrects: "Chủ thể", reason: "Xác minh" },
      parties: [{ partyId, kind: "INDIVIDUAL", name: "Lê Lam Sơn" }],
    });
    expect(await of(ANALYST)).to.deep.equal([]);
    expect(await of(INSPECTOR)).to.deep.equal([sanctionId]);
    // The decision is found by its number still.
    const { sanction } = await api.ask(`query ($id: SanctionId!) { sanction(id: $id) { number { text } } }`, {
      id: sanctionId,
    });
    const found = await hits(sanction.number.text, { kinds: ["SANCTION"] }, ANALYST);
    expect(found.map(({ node }) => node.id)).to.include(sanctionId);
  });

  it("finds cards for those only who may read their numbers", async () => {
    for (const typed of ["IBT00123", "ibt 00123", "ibt"]) {
      for (const reader of [ANALYST, OVERSIGHT, world.cast.clerkOfHealth, null]) {
        const found = await hits(typed, {}, reader);
        expect(
          found.filter(({ kind }) => kind === "REPORTER"),
          typed,
        ).to.deep.equal([]);
      }
    }
  });

  it("shows the public units and agencies, and nothing of others", async () => {
    for (const typed of [
      "123/QĐ-XPVPHC",
      "truyện kiều",
      "đất rừng",
      "đang",
      "45/BB-TG",
      "lê văn an",
      "phan chu trinh",
    ]) {
      expect(await hits(typed, {}, null), typed).to.deep.equal([]);
    }
    expect((await hits("321/GP-BTTTT", {}, null)).map(({ kind }) => kind)).to.deep.equal(["PRESS_AGENCY"]);
  });

  it("answers as of then, and of a day", async () => {
    const asOf = { position: "P1-0" };
    expect(await hits("đông sơn", { asOf })).to.deep.equal([]);
    expect(await hits("đông sơn", { validAt: "2017-12-31" })).to.deep.equal([]);
    expect((await hits("đông sơn", { validAt: "2018-01-01" })).length).to.equal(1);
    expect((await hits("123/QĐ-XPVPHC", { validAt: "2019-09-11" })).length).to.equal(0);
    expect((await hits("123/QĐ-XPVPHC", { validAt: "2019-09-12" })).length).to.equal(1);
  });

  it("takes any text without a fault", async () => {
    const texts = [
      "1/1/1",
      "#123",
      "^a_b$",
      "~x &y",
      "!UNIT",
      "@20190101",
      "{open}: x",
      "NOT AND",
      "𞓐a",
      "中文 字",
      "ß ſ ﬁ",
    ];
    texts.push(
      "a".repeat(200),
      "nguyen".repeat(33),
      "99999999999999/QĐ-A",
      "Ⅷ ½ ٣",
      "\u0301\u0301",
      "12/QĐ".repeat(30),
    );
    for (const text of texts) {
      const { errors } = await api.tryAsk(QUERY, { text }, OFFICER);
      for (const { code } of errors) expect(code, text).to.equal("BAD_USER_INPUT");
    }
  });
});
