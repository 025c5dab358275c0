import { expect } from "chai";
import { decode, encode, UPCASTERS } from "../../src/eventstore/codec.js";
import type { RecordedEvent } from "../../src/eventstore/contract.js";
import { CLOCK, commandMeta } from "../support/given.js";

const COMMAND = "6f1c2a7e-94b3-4d0e-8c55-0b8a3f7f2d11";
const CAUSE = "5d1f6c1e-0d0b-4f7e-8a51-9a0f4c7b2e11";

describe("an event of an older schema version", () => {
  const present = 1 + (UPCASTERS["VisitRegistered"]?.length ?? 0);
  const registered = (schemaVersion: number): RecordedEvent => ({
    id: COMMAND,
    type: "VisitRegistered",
    data: JSON.stringify({ visitId: "v1", ...(schemaVersion > 1 ? { arrived: true } : {}) }),
    metadata: JSON.stringify({ schemaVersion, occurredAt: CLOCK, actor: commandMeta().actor, commandId: COMMAND }),
    stream: "visit-v1",
    revision: 0,
    position: 1,
    recordedAt: CLOCK,
  });

  it("is read as the present version; the present one as it stands", () => {
    expect(decode(registered(1)).data).to.include({ visitId: "v1", arrived: false });
    expect(decode(registered(present)).data).to.deep.equal({ visitId: "v1", arrived: true });
  });

  it("of a newer one is not guessed at", () => {
    expect(() => decode(registered(present + 1))).to.throw("too old");
  });
});

describe("the envelope of an event", () => {
  const envelope = { actor: commandMeta().actor, commandId: COMMAND, commandHash: "hash", correlationId: COMMAND };
  const recorded = (more: { readonly causedBy?: string } = {}): RecordedEvent => {
    const [event] = encode([{ type: "VisitClosed", data: { visitId: "v1" }, occurredAt: CLOCK }], {
      ...envelope,
      ...more,
    });
    return { ...event!, stream: "visit-v1", revision: 0, position: 1, recordedAt: CLOCK };
  };
  const causation = ({ metadata }: RecordedEvent): unknown =>
    (JSON.parse(metadata) as Record<string, unknown>)["$causationId"];

  it("keeps the cause where EventStoreDB looks for it, and gives it back", () => {
    const event = recorded({ causedBy: CAUSE });
    expect(causation(event)).to.equal(CAUSE);
    expect(decode(event)).to.include({ causedBy: CAUSE, commandId: COMMAND });
  });

  it("without a cause names the command itself, as events always did, and gives back none", () => {
    const event = recorded();
    expect(causation(event)).to.equal(COMMAND);
    expect(decode(event)).to.not.have.property("causedBy");
  });
});
