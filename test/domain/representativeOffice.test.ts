import { expect } from "chai";
import { obstaclesTo } from "../../src/domain/representativeOffice/eligibility.js";
import type { RepresentativeOfficeEvent } from "../../src/domain/representativeOffice/events.js";
import { representativeOffice } from "../../src/domain/representativeOffice/record.js";
import { agencyFact, card, reporterFact } from "../support/facts.js";
import { commandMeta, given, type Said, type Told } from "../support/given.js";

const OFFICE = { officeId: "o-1" };
const daily = agencyFact("a-daily", "Báo Hằng ngày");
const cards = [{ ...card, withdrawnOn: null }];
const head = reporterFact("r-head", "Nguyễn Văn An", { cards });
const successor = reporterFact("r-next", "Trần Thị Bình", { cards });
const elsewhere = [{ agencyId: "a-other", from: "2015-01-01" }];
const pressLaw = "PRESS-2016" as const;
const address = "12 Đại lộ Lê Lợi, thành phố Thanh Hóa";

type Event = Told<RepresentativeOfficeEvent>;
const notified = (startsOn = "2019-09-25", notifiedOn = "2019-09-10"): Event => ({
  type: "RepresentativeOfficeNotified",
  data: {
    ...OFFICE,
    agencyId: "a-daily",
    agencyName: "Báo Hằng ngày",
    address,
    headReporterId: "r-head",
    headName: "Nguyễn Văn An",
    startsOn,
    notifiedOn,
  },
});
const accepted: Event = { type: "RepresentativeOfficeAccepted", data: OFFICE };
const rejected: Event = { type: "RepresentativeOfficeRejected", data: { ...OFFICE, reason: "Thiếu trụ sở" } };
const vacant = (effectiveOn: string): Event => ({
  type: "RepresentativeOfficeHeadChanged",
  data: { ...OFFICE, headReporterId: null, headName: null, effectiveOn },
});
const closed: Event = {
  type: "RepresentativeOfficeClosed",
  data: { ...OFFICE, effectiveOn: "2020-01-01", reason: "Cơ quan báo chí đề nghị" },
};

type OfficeCommand = Parameters<(typeof representativeOffice)["decider"]["decide"]>[0];
type CommandOf<T extends OfficeCommand["type"]> = Extract<OfficeCommand, { type: T }>;
type DataOf<T extends OfficeCommand["type"]> = CommandOf<T>["data"];

/** Of a reference the rules are asked about what it leads to, so a script leaves the id itself out. */
const command = <T extends OfficeCommand["type"]>(type: T, data: Partial<DataOf<T>>): Said<CommandOf<T>> =>
  ({ type, data: { ...OFFICE, ...data } }) as unknown as Said<CommandOf<T>>;

const notify = (
  more: Partial<DataOf<"NotifyRepresentativeOffice">> = {},
): Said<CommandOf<"NotifyRepresentativeOffice">> =>
  command("NotifyRepresentativeOffice", {
    ...{ agency: daily, head, address, startsOn: "2019-09-25", notifiedOn: "2019-09-10" },
    ...more,
  });
const accept = (
  more: Partial<DataOf<"AcceptRepresentativeOffice">> = {},
): Said<CommandOf<"AcceptRepresentativeOffice">> =>
  command("AcceptRepresentativeOffice", { agency: daily, oneWithAgency: ["a-daily"], head, pressLaw, ...more });
const reject = command("RejectRepresentativeOffice", { reason: "Thiếu trụ sở" });
const changeHead = (
  more: Partial<DataOf<"ChangeRepresentativeOfficeHead">> = {},
): Said<CommandOf<"ChangeRepresentativeOfficeHead">> =>
  command("ChangeRepresentativeOfficeHead", {
    agency: daily,
    oneWithAgency: ["a-daily"],
    head: successor,
    oneWithHead: more.head === null ? [] : [(more.head ?? successor).reporterId],
    effectiveOn: "2019-12-01",
    ...more,
  });
const close = (effectiveOn = "2020-01-01"): Said<CommandOf<"CloseRepresentativeOffice">> =>
  command("CloseRepresentativeOffice", { effectiveOn, reason: "Cơ quan báo chí đề nghị" });

const nothing = given(representativeOffice.decider);
const office = (...events: Event[]): ReturnType<typeof given<typeof representativeOffice.decider>> =>
  given(representativeOffice.decider, ...events);
const notice = office(notified());
const atWork = office(notified(), accepted);

describe("a representative office", () => {
  it("is notified, with the names of that day", () => {
    nothing.when(notify()).then(notified());
  });

  it("is recorded even when the notice is late and the head unfit: it came in like that", () => {
    nothing.when(notify({ startsOn: "2019-09-11", head: reporterFact("r-head", "Nguyễn Văn An") })).thenAccepted();
  });

  it("is accepted when notice came fifteen days before the start", () => {
    notice.when(accept()).then(accepted);
  });

  it("is rejected for a reason", () => {
    notice.when(reject).then(rejected);
  });

  it("gets another head, or none, and a head again", () => {
    const data = { ...OFFICE, headReporterId: "r-next", headName: "Trần Thị Bình", effectiveOn: "2019-12-01" };
    atWork.when(changeHead()).then({ type: "RepresentativeOfficeHeadChanged", data });
    atWork.when(changeHead({ head: null })).then(vacant("2019-12-01"));
    office(notified(), accepted, vacant("2019-12-01")).when(changeHead({ head })).thenAccepted();
  });

  it("is closed, with or without a head", () => {
    atWork.when(close()).then(closed);
    office(notified(), accepted, vacant("2019-12-01")).when(close()).then(closed);
  });

  it("tells everything that speaks against its acceptance", () => {
    const unfit = reporterFact("r-head", "Nguyễn Văn An", { engagements: elsewhere });
    const agency = agencyFact("a-daily", "Báo Hằng ngày", { endsOn: "2019-01-01" });
    const oneWithAgency = ["a-daily"];
    const notice = { startsOn: "2019-09-24", notifiedOn: "2019-09-10", oneWithAgency, pressLaw };
    const codes = obstaclesTo({ ...notice, agency, head: unfit });
    expect(codes.map((refusal) => refusal.code)).to.deep.equal([
      "OFFICE_NOTICE_TOO_SHORT",
      "PRESS_AGENCY_ENDED",
      "OFFICE_HEAD_NOT_OF_AGENCY",
      "OFFICE_HEAD_WITHOUT_CARD",
    ]);
    expect(obstaclesTo({ ...notice, startsOn: "2019-09-25", agency: daily, head })).to.be.empty;
  });
});

describe("a representative office is not", () => {
  it("spoken of before its notice", () => {
    for (const command of [accept(), reject, changeHead(), close()]) {
      nothing.when(command).thenRefused("REPRESENTATIVE_OFFICE_NOT_FOUND", ["officeId"]);
    }
  });

  it("the subject of any command from the future, or of a late one without a reason", () => {
    const scripts = [
      [nothing, notify()],
      [notice, accept()],
      [notice, reject],
      [atWork, changeHead()],
      [atWork, close()],
    ] as const;
    for (const [history, command] of scripts) {
      const on = (occurredAt: string) => history.when({ ...command, meta: commandMeta({ occurredAt }) });
      on("2019-09-11T03:00:00.000Z").thenRefused("OCCURRED_IN_FUTURE", ["occurredAt"]);
      on("2019-09-09T03:00:00.000Z").thenRefused("LATE_ENTRY_NEEDS_REASON", ["lateEntryReason"]);
    }
  });

  it("notified for an agency that is no more, or under a duplicate's name", () => {
    const agency = agencyFact("a-daily", "Báo Hằng ngày", { endsOn: "2019-09-10" });
    nothing.when(notify({ agency })).thenRefused("PRESS_AGENCY_ENDED", ["agencyId"]);
    const duplicate = { ...head, mergedIntoId: "r-other" };
    nothing.when(notify({ head: duplicate })).thenRefused("REPORTER_IS_DUPLICATE", ["headReporterId"]);
  });

  it("accepted when notice came less than fifteen days before the start", () => {
    office(notified("2019-09-24")).when(accept()).thenRefused("OFFICE_NOTICE_TOO_SHORT", ["officeId"]);
  });

  it("accepted when the agency has ended by the start", () => {
    const agency = agencyFact("a-daily", "Báo Hằng ngày", { endsOn: "2019-09-25" });
    notice.when(accept({ agency })).thenRefused("PRESS_AGENCY_ENDED", ["officeId"]);
  });

  it("accepted when the head works for another agency on the day of the start", () => {
    const engagements = [...head.engagements, { agencyId: "a-other", from: "2019-09-25" }];
    notice.when(accept({ head: { ...head, engagements } })).thenRefused("OFFICE_HEAD_NOT_OF_AGENCY", ["officeId"]);
  });

  it("accepted when the head's card is not valid on the day of the start", () => {
    const expired = { ...head, cards: [{ ...card, validTo: "2019-09-24", withdrawnOn: null }] };
    notice.when(accept({ head: expired })).thenRefused("OFFICE_HEAD_WITHOUT_CARD", ["officeId"]);
    const withdrawn = { ...head, cards: [{ ...card, withdrawnOn: "2019-09-25" }] };
    notice.when(accept({ head: withdrawn })).thenRefused("OFFICE_HEAD_WITHOUT_CARD", ["officeId"]);
  });

  it("decided twice", () => {
    for (const decision of [accept(), reject]) {
      atWork.when(decision).thenRefused("REPRESENTATIVE_OFFICE_STATUS_FORBIDS", ["officeId"]);
      office(notified(), accepted, vacant("2019-12-01"))
        .when(decision)
        .thenRefused("REPRESENTATIVE_OFFICE_STATUS_FORBIDS", ["officeId"]);
      office(notified(), rejected).when(decision).thenRefused("REPRESENTATIVE_OFFICE_STATUS_FORBIDS", ["officeId"]);
    }
  });

  it("changed or closed before it is accepted, or after it was rejected", () => {
    for (const command of [changeHead(), close()]) {
      notice.when(command).thenRefused("REPRESENTATIVE_OFFICE_STATUS_FORBIDS", ["officeId"]);
      office(notified(), rejected).when(command).thenRefused("REPRESENTATIVE_OFFICE_STATUS_FORBIDS", ["officeId"]);
    }
  });

  it("touched once it is closed", () => {
    for (const command of [accept(), reject, changeHead(), close()]) {
      office(notified(), accepted, { ...closed, data: { ...closed.data, effectiveOn: "2019-09-10" } } as Event)
        .when(command)
        .thenRefused("REPRESENTATIVE_OFFICE_STATUS_FORBIDS", ["officeId"]);
    }
  });

  it("closed once more, or changed from that day on, once a closing is recorded that lies ahead; until then it is open", () => {
    const closing = office(notified(), accepted, closed);
    closing.when(close("2019-12-15")).thenRefused("OFFICE_CLOSES_ALREADY", ["officeId"]);
    closing.when(changeHead({ effectiveOn: "2020-01-01" })).thenRefused("OFFICE_CLOSES_ALREADY", ["effectiveOn"]);
    closing.when(changeHead({ effectiveOn: "2019-12-31" })).thenAccepted();
  });

  it("given the head it has", () => {
    atWork.when(changeHead({ head })).thenRefused("OFFICE_HEAD_UNCHANGED", ["headReporterId"]);
    office(notified(), accepted, vacant("2019-12-01"))
      .when(changeHead({ head: null }))
      .thenRefused("OFFICE_HEAD_UNCHANGED", ["headReporterId"]);
  });

  it("changed or closed behind its start or its last change", () => {
    atWork.when(changeHead({ effectiveOn: "2019-09-24" })).thenRefused("OFFICE_CHANGE_OUT_OF_ORDER", ["effectiveOn"]);
    atWork.when(close("2019-09-24")).thenRefused("OFFICE_CHANGE_OUT_OF_ORDER", ["effectiveOn"]);
    office(notified(), accepted, vacant("2019-12-01"))
      .when(close("2019-11-30"))
      .thenRefused("OFFICE_CHANGE_OUT_OF_ORDER", ["effectiveOn"]);
  });

  it("given a head when its agency is no more", () => {
    const agency = agencyFact("a-daily", "Báo Hằng ngày", { endsOn: "2019-12-01" });
    atWork.when(changeHead({ agency })).thenRefused("PRESS_AGENCY_ENDED", ["officeId"]);
  });

  it("given an unfit head", () => {
    const as = (more: object) => atWork.when(changeHead({ head: { ...successor, ...more } }));
    as({ mergedIntoId: "r-other" }).thenRefused("REPORTER_IS_DUPLICATE", ["headReporterId"]);
    as({ engagements: elsewhere }).thenRefused("OFFICE_HEAD_NOT_OF_AGENCY", ["headReporterId"]);
    as({ cards: [] }).thenRefused("OFFICE_HEAD_WITHOUT_CARD", ["headReporterId"]);
  });
});
