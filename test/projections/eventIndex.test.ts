import BetterSqlite3 from "../../src/eventstore/embedded/sqlite.js";
import { expect } from "chai";
import fc from "fast-check";
import { EventIndex, eventIndexPart } from "../../src/projections/timeline/eventIndex.js";

/** Few, so that several events are of one moment, and that a moment is before, between and after all of them. */
const MOMENTS = ["2019-09-01", "2019-09-02", "2019-09-03", "2019-09-04", "2019-09-05"].map(
  (day) => `${day}T01:00:00.000Z`,
);

/** Positions have gaps: those of a server are places in its files. */
const steps = fc.array(fc.record({ gap: fc.integer({ min: 1, max: 5_000 }), later: fc.nat({ max: 1 }) }), {
  maxLength: 12,
});

describe("the position of a moment", () => {
  it("is that of the last event recorded by then, or before then, whatever lies between positions", () => {
    fc.assert(
      fc.property(steps, (told) => {
        const db = new BetterSqlite3(":memory:");
        db.exec(eventIndexPart.ddl);
        const insert = db.prepare(
          `INSERT INTO event VALUES (:position, 'e', 's', 0, 'T', :at, :at, :at, 'x', 'ADMIN', NULL, NULL, NULL, NULL, 'c',
             'h', 'c', NULL, NULL, '[]')`,
        );
        let [position, moment] = [0, 1];
        const events = told.map(({ gap, later }) => {
          position += gap;
          moment = Math.min(moment + later, MOMENTS.length - 2);
          const event = { position, at: MOMENTS[moment] ?? "" };
          insert.run(event);
          return event;
        });
        const index = new EventIndex(db);
        for (const time of MOMENTS) {
          const last = (isEarly: (at: string) => boolean): number =>
            events.findLast(({ at }) => isEarly(at))?.position ?? 0;
          expect(index.positionBy(time)).to.equal(last((at) => at <= time));
          expect(index.positionBefore(time)).to.equal(last((at) => at < time));
        }
        db.close();
      }),
    );
  });
});
