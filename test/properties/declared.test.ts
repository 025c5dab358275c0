import { expect } from "chai";
import { RECORDS } from "../../src/domain/records.js";
import { midScene, type Played, play } from "./robot/sequence.js";

/** The same each time, so that what fails here fails everywhere. `npm run drill -- robot` tries others. */
const SEED = 20_261_130;
const SEQUENCES = 2;
const ACTS = 120;
/** There what is asked of all records takes longer. */
const IN_SCENE = 80;
/** How many steps of each subject the sequences must have taken together, and how many different ones. */
const STEPS = 2;
const KINDS_OF_STEPS = 2;

/**
 * What holds of every subject because it is declared: its steps are taken at random, and what is asked of all subjects is
 * asked of it. A new subject, step, field or figure is in here without a line of its own.
 */
describe("after any steps of any subjects", function () {
  this.timeout(120_000);
  const played: Played[] = [];

  for (let nth = 0; nth < SEQUENCES; nth++) {
    it(`every answer is told as it must be, at every point, to every reader (seed ${SEED + nth})`, async () => {
      played.push(await play(SEED + nth, ACTS));
    });
  }

  it(`so it is when what is half done in the scene goes on (seed ${SEED})`, async () => {
    played.push(await play(SEED, IN_SCENE, { share: 0.4, among: 100 }, midScene));
  });

  it("nothing was left out: each subject was stepped on, figures and names were told, entries were taken back", () => {
    const taken = played.flatMap(({ robot }) => robot.taken);
    for (const { kind } of RECORDS) {
      const steps = taken.filter((one) => one.kind === kind).map(({ mutation }) => mutation);
      expect(steps.length, `${kind}: ${steps.join(" ")}`).to.be.at.least(STEPS);
      expect(new Set(steps).size, `${kind}: ${steps.join(" ")}`).to.be.at.least(KINDS_OF_STEPS);
    }
    for (const told of ["figures", "namesTold", "leftOut"] as const) {
      const all = played.reduce((sum, one) => sum + one[told], 0);
      expect(all, told).to.be.greaterThan(10);
    }
  });
});
