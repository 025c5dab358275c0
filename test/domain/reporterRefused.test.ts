import { card, reporterFact, unitFact } from "../support/facts.js";
import { clerkOf, commandMeta } from "../support/given.js";
import {
  amend,
  amendCard,
  brought,
  carded,
  daily,
  ended,
  type Event,
  health,
  land,
  letter,
  lettered,
  merge,
  merged,
  nothing,
  recordCard,
  register,
  REPORTER,
  takeBack,
  reporter,
  transfer,
  weekly,
  withdraw,
  withdrawn,
} from "./reporterScript.js";

describe("a reporter is not", () => {
  const CORRECTIONS = ["AmendReporter", "AmendPressCard"];
  const onExisting = [amend(), recordCard(), letter(), transfer(), merge()];

  it("spoken of before being registered", () => {
    for (const command of [...onExisting, amendCard(), withdraw()]) {
      nothing.when(command).thenRefused("REPORTER_NOT_FOUND", ["reporterId"]);
    }
  });

  it("the subject of any command from the future, or of a late one without a reason, but for corrections", () => {
    const scripts = [
      [nothing, register()],
      [reporter(carded), amendCard()],
      [reporter(carded), withdraw()],
      ...onExisting.map((command) => [reporter(), command] as const),
    ] as const;
    for (const [history, command] of scripts) {
      const on = (occurredAt: string) => history.when({ ...command, meta: commandMeta({ occurredAt }) });
      on("2019-09-11T03:00:00.000Z").thenRefused("OCCURRED_IN_FUTURE", ["occurredAt"]);
      if (CORRECTIONS.includes(command.type)) continue;
      on("2019-09-09T03:00:00.000Z").thenRefused("LATE_ENTRY_NEEDS_REASON", ["lateEntryReason"]);
    }
  });

  it("written to once merged", () => {
    for (const command of onExisting)
      reporter(merged).when(command).thenRefused("REPORTER_IS_DUPLICATE", ["reporterId"]);
    reporter(carded, merged).when(amendCard()).thenRefused("REPORTER_IS_DUPLICATE", ["reporterId"]);
    reporter(carded, merged).when(withdraw()).thenRefused("REPORTER_IS_DUPLICATE", ["reporterId"]);
  });

  it("registered with an agency that had ended", () => {
    nothing.when(register({ agency: { ...daily, ...ended } })).thenRefused("PRESS_AGENCY_ENDED", ["agencyId"]);
  });

  it("registered with a card whose term is reversed, or that another one holds", () => {
    nothing
      .when(register({ card: { ...card, validTo: "2015-12-31" } }))
      .thenRefused("PRESS_CARD_TERM_REVERSED", ["card", "validTo"]);
    nothing.when(register({ card, holderId: "r-2" })).thenRefused("PRESS_CARD_TAKEN", ["card", "number"]);
  });

  it("corrected without a reason, or when nothing would change", () => {
    reporter()
      .when(amend({ reason: "  " }))
      .thenRefused("REPORTER_CORRECTION_NEEDS_REASON", ["reason"]);
    reporter()
      .when(amend({ name: null }))
      .thenRefused("CORRECTION_CHANGES_NOTHING", []);
    reporter()
      .when(amend({ name: "Nguyễn Văn An", kind: "CARD_HOLDER" }))
      .thenRefused("CORRECTION_CHANGES_NOTHING", []);
  });

  it("given a card whose term is reversed", () => {
    reporter()
      .when(recordCard({ validTo: "2015-12-31" }))
      .thenRefused("PRESS_CARD_TERM_REVERSED", ["validTo"]);
  });

  it("given a card that another one holds", () => {
    reporter()
      .when(recordCard({ holderId: "r-2" }))
      .thenRefused("PRESS_CARD_TAKEN", ["number"]);
  });

  it("given the same card twice, however its number is typed", () => {
    reporter(carded)
      .when(recordCard({ number: "ibt 00123" }))
      .thenRefused("PRESS_CARD_ALREADY_RECORDED", ["number"]);
    reporter()
      .when(recordCard({ holderId: "r-1", brought }))
      .thenRefused("PRESS_CARD_ALREADY_RECORDED", ["number"]);
  });

  describe("corrected as to a card", () => {
    const other = { ...card, number: "IBT00999", withdrawnOn: null };

    it("without a reason", () => {
      reporter(carded)
        .when(amendCard({}, { reason: "  " }))
        .thenRefused("REPORTER_CORRECTION_NEEDS_REASON", ["reason"]);
    });

    it("that is not there", () => {
      reporter().when(amendCard()).thenRefused("REPORTER_HAS_NO_PRESS_CARD", ["reporterId"]);
      reporter(carded)
        .when(amendCard({}, { number: other.number }))
        .thenRefused("PRESS_CARD_NOT_FOUND", ["number"]);
    });

    it("whose term would be reversed", () => {
      reporter(carded)
        .when(amendCard({ validTo: "2015-12-31" }))
        .thenRefused("PRESS_CARD_TERM_REVERSED", ["card", "validTo"]);
    });

    it("to a number that another one holds", () => {
      reporter(carded)
        .when(amendCard({}, { holderId: "r-2" }))
        .thenRefused("PRESS_CARD_TAKEN", ["card", "number"]);
    });

    it("to the number of another of the reporter's cards, however it is typed", () => {
      const second: Event = { type: "PressCardRecorded", data: { ...REPORTER, ...card, number: other.number } };
      const number = "ibt 00999";
      const path = ["card", "number"];
      reporter(carded, second).when(amendCard({ number })).thenRefused("PRESS_CARD_ALREADY_RECORDED", path);
      reporter(carded)
        .when(amendCard({ number }, { holderId: "r-1", brought: [other] }))
        .thenRefused("PRESS_CARD_ALREADY_RECORDED", path);
    });

    it("to an issue after its withdrawal, be it the reporter's own or a duplicate's", () => {
      const late = { issuedOn: "2019-08-02" };
      const path = ["card", "issuedOn"];
      reporter(carded, withdrawn).when(amendCard(late)).thenRefused("PRESS_CARD_ISSUED_AFTER_WITHDRAWAL", path);
      reporter()
        .when(amendCard(late, { brought: [{ ...card, withdrawnOn: "2019-08-01" }] }))
        .thenRefused("PRESS_CARD_ISSUED_AFTER_WITHDRAWAL", path);
    });

    it("when nothing would change", () => {
      reporter(carded)
        .when(amendCard({ ...card, number: "ibt 00123" }, { holderId: "r-1" }))
        .thenRefused("CORRECTION_CHANGES_NOTHING", []);
      reporter(carded)
        .when(amendCard({}, { card: null }))
        .thenRefused("CORRECTION_CHANGES_NOTHING", []);
    });
  });

  it("deprived of a card that is not there, was withdrawn, or was not yet issued", () => {
    reporter().when(withdraw()).thenRefused("REPORTER_HAS_NO_PRESS_CARD", ["reporterId"]);
    reporter(carded, withdrawn).when(withdraw()).thenRefused("PRESS_CARD_WITHDRAWN_ALREADY", ["number"]);
    reporter(carded)
      .when(withdraw({ withdrawnOn: "2015-12-31" }))
      .thenRefused("PRESS_CARD_WITHDRAWN_BEFORE_ISSUE", ["withdrawnOn"]);
  });

  describe("given a letter", () => {
    it("without content or unit", () => {
      reporter()
        .when(letter({ content: " " }))
        .thenRefused("LETTER_NEEDS_CONTENT", ["content"]);
      reporter()
        .when(letter({ units: [] }))
        .thenRefused("LETTER_NEEDS_UNIT", ["unitIds"]);
    });

    it("that names a unit twice", () => {
      const units = [health, land, health];
      reporter().when(letter({ units })).thenRefused("LETTER_NAMES_UNIT_TWICE", ["unitIds", 2]);
    });

    it("by a clerk of another unit", () => {
      reporter()
        .when({ ...letter(), meta: clerkOf("u-other") })
        .thenRefused("NOT_YOUR_UNIT", ["unitIds"]);
    });

    it("whose term is reversed", () => {
      reporter()
        .when(letter({ validTo: "2019-08-31" }))
        .thenRefused("LETTER_TERM_REVERSED", ["validTo"]);
    });

    it("to a unit that did not exist on the day of issue", () => {
      const abolished = unitFact("u-old", "Huyện Đông Sơn", { endsOn: "2019-09-01" });
      reporter()
        .when(letter({ units: [health, abolished] }))
        .thenRefused("UNIT_ENDED", ["unitIds", 1]);
      const coming = unitFact("u-new", "Phường mới", { startsOn: "2019-09-02" });
      reporter()
        .when(letter({ units: [coming] }))
        .thenRefused("UNIT_NOT_YET_STARTED", ["unitIds", 0]);
    });

    it("of an agency that had ended", () => {
      reporter()
        .when(letter({ agency: { ...daily, ...ended } }))
        .thenRefused("PRESS_AGENCY_ENDED", ["agencyId"]);
    });

    it("that is recorded already", () => {
      reporter(lettered).when(letter()).thenRefused("LETTER_ALREADY_RECORDED", ["number"]);
    });
  });

  it("transferred to an agency that had ended, to the same one, or before the beginning", () => {
    const gone = { ...weekly, endsOn: "2019-09-15" };
    reporter()
      .when(transfer({ to: gone }))
      .thenRefused("PRESS_AGENCY_ENDED", ["toAgencyId"]);
    reporter()
      .when(transfer({ to: daily }))
      .thenRefused("TRANSFER_TO_SAME_AGENCY", ["toAgencyId"]);
    reporter()
      .when(transfer({ effectiveOn: "2015-01-01" }))
      .thenRefused("TRANSFER_BEFORE_START", ["effectiveOn"]);
  });

  it("taken back out of another entry without a reason, or without having been merged", () => {
    reporter(merged)
      .when(takeBack({ reason: " " }))
      .thenRefused("REPORTER_CORRECTION_NEEDS_REASON", ["reason"]);
    reporter().when(takeBack()).thenRefused("REPORTER_NOT_MERGED", ["reporterId"]);
  });

  it("merged without a reason, into itself, or into a duplicate", () => {
    reporter()
      .when(merge({ reason: "" }))
      .thenRefused("REPORTER_CORRECTION_NEEDS_REASON", ["reason"]);
    reporter()
      .when(merge({ into: reporterFact("r-1", "Nguyễn Văn An") }))
      .thenRefused("REPORTER_INTO_ITSELF", ["intoId"]);
    const into = reporterFact("r-2", "Nguyễn Văn An", { mergedIntoId: "r-3" });
    reporter().when(merge({ into })).thenRefused("REPORTER_IS_DUPLICATE", ["intoId"]);
  });
});
