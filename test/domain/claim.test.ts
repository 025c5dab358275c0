import { claimDecider } from "../../src/domain/claim/claim.js";
import type { ClaimEvent } from "../../src/domain/claim/events.js";
import { given } from "../support/given.js";

const THING = { claimId: "c-1", kind: "PRESS_CARD" } as const;
const claimed = (n: number) => ({
  type: "ThingClaimed" as const,
  data: { ...THING, attemptId: `a-${n}`, forCommandId: `k-${n}`, stream: `reporter-${n}` },
});
const givenBack = (n: number) => ({ type: "ClaimGivenBack" as const, data: { ...THING, attemptId: `a-${n}` } });

const claim = (...events: Omit<ClaimEvent, "occurredAt">[]) => given(claimDecider, ...(events as ClaimEvent[]));
const claiming = (n: number) => ({ ...claimed(n), type: "ClaimThing" as const });
const givingBack = (n: number) => ({ ...givenBack(n), type: "GiveClaimBack" as const });

describe("a claim on what can be taken once", () => {
  it("is made, and made by another once the one before is judged to be over", () => {
    claim().when(claiming(1)).then(claimed(1));
    claim(claimed(1)).when(claiming(2)).then(claimed(2));
    claim(claimed(1), givenBack(1)).when(claiming(2)).then(claimed(2));
  });

  it("is given back once, by the attempt that made it, unless another has claimed the thing since", () => {
    claim(claimed(1)).when(givingBack(1)).then(givenBack(1));
    claim(claimed(1), givenBack(1)).when(givingBack(1)).then();
    claim(claimed(1), claimed(2)).when(givingBack(1)).then();
    claim(claimed(1), claimed(2)).when(givingBack(2)).then(givenBack(2));
    claim().when(givingBack(1)).then();
  });
});
