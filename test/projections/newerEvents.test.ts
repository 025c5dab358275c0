import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { Api } from "../support/api.js";
import { cast, walkIn } from "../support/cast.js";

describe("a read model that meets an event of a newer program", () => {
  it("says which, guesses nothing, and goes on telling what it holds", async () => {
    const api = await Api.open();
    try {
      const { log, reads } = api.ledger;
      const visit = await api.done("registerVisit", walkIn(await cast(api)));
      const failed = new Promise<Error>((resolve) => reads.onFailure(resolve));
      const metadata = JSON.stringify({ schemaVersion: 99, occurredAt: new Date(api.time).toISOString() });
      const event = { id: randomUUID(), type: "VisitRegistered", data: "{}", metadata };
      const { position } = await log.append(`visit-${randomUUID()}`, "no_stream", [event]);

      expect(await failed).to.include({ name: "UnknownSchemaVersion" });
      expect((await failed).message).to.contain("VisitRegistered has schema version 99");
      expect(reads.position).to.equal(position - 1);
      expect(await api.ask("query ($id: VisitId!) { visit(id: $id) { status } }", { id: visit })).to.deep.equal({
        visit: { status: "ARRIVED" },
      });
    } finally {
      await api.close();
    }
  });
});
