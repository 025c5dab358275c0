import { expect } from "chai";
import { visit as declared } from "../../../src/domain/visit/record.js";
import type { VisitEvent } from "../../../src/domain/visit/events.js";
import { given } from "../../support/given.js";
import * as v from "./facts.js";

const visitDecider = declared.decider;

const nothing = given(visitDecider);
const cardShown = { reporterId: "r-carded", kind: "PRESS_CARD", number: "IBT 00123", validTo: null } as const;
const letterShown = (validTo: string | null, number = "12/GGT"): v.Letter => ({
  reporterId: "r-uncarded",
  kind: "INTRODUCTION_LETTER",
  number,
  validTo,
});

describe("registering a visit", () => {
  it("records reporters who have come: registration and arrival in one", () => {
    nothing.when(v.registerVisit()).then(v.registeredAsArrived(v.NOW));
  });

  it("stands alike where the arrival was told by an event of its own, as it was before", () => {
    const stands = (...events: VisitEvent[]): object => events.reduce(visitDecider.evolve, visitDecider.initial);
    expect(stands(v.registeredAsArrived(v.NOW))).to.deep.equal(stands(v.registered(null, v.NOW), v.arrived(v.NOW)));
  });

  it("records an appointment without an arrival", () => {
    nothing.when(v.registerVisit({ appointmentAt: v.TOMORROW })).then(v.registered(v.TOMORROW, v.NOW));
  });

  it("records a visit that is over in one command, keeping only the end of a card's number", () => {
    nothing
      .when(v.registerVisit({ documents: [cardShown], outcome: v.outcome }))
      .then(
        v.registeredAsArrived(v.NOW),
        v.event(
          "VisitDocumentsChecked",
          { documents: [{ reporterId: "r-carded", kind: "PRESS_CARD", numberEnd: "123", validTo: null }] },
          v.NOW,
        ),
        v.event("VisitOutcomeRecorded", { outcome: v.outcome }, v.NOW),
      );
  });

  it("names a host as it was called on the day of the visit", () => {
    const renamed = v.unit("u-health", "Sở Y tế mới", {
      names: [
        { name: "Sở Y tế", from: "2018-01-01" },
        { name: "Sở Y tế mới", from: "2019-09-10" },
      ],
    });
    nothing
      .when(v.registerVisit({ hosts: [renamed] }, { occurredAt: v.YESTERDAY, lateEntryReason: "Mất điện" }))
      .then({ ...v.registeredAsArrived(v.YESTERDAY), reason: "Mất điện" });
  });

  describe("is refused", () => {
    it("when it lies in the future", () => {
      nothing.when(v.registerVisit({}, { occurredAt: v.TOMORROW })).thenRefused("OCCURRED_IN_FUTURE", ["occurredAt"]);
    });

    it("when it is entered on a later day without a reason", () => {
      nothing
        .when(v.registerVisit({}, { occurredAt: v.YESTERDAY }))
        .thenRefused("LATE_ENTRY_NEEDS_REASON", ["lateEntryReason"]);
    });

    it("when a clerk's unit is no host", () => {
      const actor = { subject: "s", role: "CLERK", unitId: "u-land", unitName: "Sở TNMT" } as const;
      nothing.when(v.registerVisit({}, { actor, actsFor: ["u-land"] })).thenRefused("NOT_YOUR_UNIT", ["hostIds"]);
    });

    it("when a host is named twice", () => {
      nothing.when(v.registerVisit({ hosts: [v.health, v.health] })).thenRefused("HOST_NAMED_TWICE", ["hostIds", 1]);
    });

    it("when a reporter is named twice", () => {
      const twice = [v.visitorFact(v.carded), v.visitorFact(v.carded)];
      nothing.when(v.registerVisit({ reporters: twice })).thenRefused("REPORTER_NAMED_TWICE", ["reporterIds", 1]);
    });

    it("when the appointment has passed", () => {
      nothing
        .when(v.registerVisit({ appointmentAt: v.EARLIER_TODAY }))
        .thenRefused("APPOINTMENT_HAS_PASSED", ["appointmentAt"]);
    });

    it("when a host had ended on the day", () => {
      const gone = v.unit("u-gone", "Huyện Đông Sơn", { endsOn: "2019-09-10" });
      nothing.when(v.registerVisit({ hosts: [gone] })).thenRefused("UNIT_ENDED", ["hostIds", 0]);
    });

    it("when a host did not exist yet on the day", () => {
      const coming = v.unit("u-new", "Sở Mới", { startsOn: "2019-09-11" });
      nothing.when(v.registerVisit({ hosts: [coming] })).thenRefused("UNIT_NOT_YET_STARTED", ["hostIds", 0]);
    });

    it("when an appointment comes with documents", () => {
      nothing
        .when(v.registerVisit({ appointmentAt: v.TOMORROW, documents: [cardShown] }))
        .thenRefused("APPOINTMENT_TAKES_NO_RESULT", ["appointmentAt"]);
    });

    it("when an outcome comes without documents", () => {
      nothing.when(v.registerVisit({ outcome: v.outcome })).thenRefused("OUTCOME_NEEDS_DOCUMENTS", ["documents"]);
    });
  });

  it("is taken for a host that ended, when the visit was before", () => {
    const gone = v.unit("u-health", "Sở Y tế", { endsOn: "2019-09-10" });
    nothing
      .when(v.registerVisit({ hosts: [gone] }, { occurredAt: v.YESTERDAY, lateEntryReason: "Nhập bù" }))
      .thenAccepted();
  });
});

describe("the documents that reporters show", () => {
  const withLetter = (letters: v.Letters): v.Reporters => [
    v.visitorFact(v.reporter("r-uncarded", "Trần Thị Bình", { letters })),
  ];
  const letter = {
    number: "12/GGT",
    agencyId: "a-daily",
    issuedOn: "2019-09-01",
    validTo: "2019-09-30",
    units: [{ unitId: "u-health" }],
    content: "",
  };

  it("a card holder never needs a letter", () => {
    nothing.when(v.registerVisit({ documents: [cardShown] })).thenAccepted();
  });

  it("a card that has expired since was good on the day of the visit", () => {
    const old = {
      number: "IBT 00123",
      issue: "2011-2015",
      issuedOn: "2011-01-01",
      validTo: "2019-09-09",
      withdrawnOn: null,
    };
    const reporters = [v.visitorFact(v.reporter("r-carded", "Lê Văn An", { cards: [old] }))];
    nothing
      .when(
        v.registerVisit({ reporters, documents: [cardShown] }, { occurredAt: v.YESTERDAY, lateEntryReason: "Nhập bù" }),
      )
      .thenAccepted();
    nothing
      .when(v.registerVisit({ reporters, documents: [cardShown] }))
      .thenRefused("PRESS_CARD_NOT_VALID", ["documents", 0]);
  });

  it("a withdrawn card is no card from that day on", () => {
    const withdrawn = { ...v.carded.cards[0]!, withdrawnOn: "2019-09-10" };
    const reporters = [v.visitorFact({ ...v.carded, cards: [withdrawn] })];
    nothing
      .when(v.registerVisit({ reporters, documents: [cardShown] }))
      .thenRefused("PRESS_CARD_NOT_VALID", ["documents", 0]);
  });

  it("a letter does where the card does not", () => {
    const reporters = withLetter([letter]);
    nothing.when(v.registerVisit({ reporters, documents: [letterShown(null)] })).thenAccepted();
  });

  it("a letter that nobody registered is judged by what was read off it", () => {
    const reporters = withLetter([]);
    nothing.when(v.registerVisit({ reporters, documents: [letterShown("2019-09-10")] })).thenAccepted();
    nothing
      .when(v.registerVisit({ reporters, documents: [letterShown("2019-09-09")] }))
      .thenRefused("LETTER_NOT_VALID", ["documents", 0]);
    nothing
      .when(v.registerVisit({ reporters, documents: [letterShown(null)] }))
      .thenRefused("LETTER_NEEDS_VALIDITY", ["documents", 0, "validTo"]);
  });

  it("of two letters with one number, from two years, the one for that day is meant", () => {
    const older = { ...letter, issuedOn: "2018-09-01", validTo: "2018-09-30" };
    const reporters = withLetter([older, letter]);
    nothing.when(v.registerVisit({ reporters, documents: [letterShown(null)] })).thenAccepted();
  });

  it("a letter to another unit does not open this door", () => {
    const reporters = withLetter([{ ...letter, units: [{ unitId: "u-land" }] }]);
    nothing
      .when(v.registerVisit({ reporters, documents: [letterShown(null)] }))
      .thenRefused("LETTER_FOR_OTHER_UNIT", ["documents", 0]);
  });

  it("after a transfer the card is exchanged, and a letter is the new agency's", () => {
    const engagements = [
      { agencyId: "a-before", from: "2010-01-01" },
      { agencyId: "a-daily", from: "2019-01-01" },
    ];
    const moved = { ...v.carded, engagements };
    nothing
      .when(v.registerVisit({ reporters: [v.visitorFact(moved)], documents: [cardShown] }))
      .thenRefused("PRESS_CARD_OF_OTHER_AGENCY", ["documents", 0]);
    const exchanged = { ...v.carded.cards[0]!, number: "IBT 00124", issuedOn: "2019-02-01" };
    const renewed = { ...moved, cards: [...moved.cards, exchanged] };
    nothing.when(v.registerVisit({ reporters: [v.visitorFact(renewed)], documents: [cardShown] })).thenAccepted();
    nothing
      .when(
        v.registerVisit({
          reporters: withLetter([{ ...letter, agencyId: "a-before" }]),
          documents: [letterShown(null)],
        }),
      )
      .thenRefused("LETTER_OF_OTHER_AGENCY", ["documents", 0]);
  });

  it("a foreign reporter shows the permit of the Ministry of Foreign Affairs", () => {
    const reporters = [v.visitorFact({ ...v.carded, kind: "FOREIGN" })];
    const permit = (validTo: string | null) => ({ ...cardShown, kind: "FOREIGN_PERMIT" as const, validTo });
    const showing = (...documents: (typeof cardShown | ReturnType<typeof permit>)[]) =>
      nothing.when(v.registerVisit({ reporters, documents }));
    showing(cardShown).thenRefused("FOREIGN_REPORTER_WITHOUT_PERMIT", ["documents"]);
    showing(permit(null)).thenRefused("FOREIGN_PERMIT_NEEDS_VALIDITY", ["documents", 0, "validTo"]);
    showing(permit("2019-09-09")).thenRefused("FOREIGN_PERMIT_NOT_VALID", ["documents", 0]);
    showing(permit("2019-09-10")).thenAccepted();
  });

  it("each reporter shows something", () => {
    const reporters = [v.visitorFact(v.carded), v.visitorFact(v.uncarded)];
    nothing
      .when(v.registerVisit({ reporters, documents: [cardShown] }))
      .thenRefused("REPORTER_WITHOUT_DOCUMENT", ["documents"]);
  });

  it("nobody shows another's document", () => {
    const stranger = { ...cardShown, reporterId: "r-stranger" };
    nothing
      .when(v.registerVisit({ documents: [cardShown, stranger] }))
      .thenRefused("DOCUMENT_OF_STRANGER", ["documents", 1, "reporterId"]);
  });
});
