import { expect } from "chai";
import { type Hold, Turns } from "../../src/commands/turns.js";

/** A piece of work that says when it begins, and ends when it is told to. */
class Work {
  begun = false;
  end!: () => void;
  private readonly ended = new Promise<void>((resolve) => (this.end = resolve));
  readonly done: Promise<void>;

  constructor(turns: Turns, holds: Readonly<Record<string, Hold>>) {
    this.done = turns.take(new Map(Object.entries(holds)), () => {
      this.begun = true;
      return this.ended;
    });
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const begun = async (...works: Work[]): Promise<boolean[]> => {
  await settled();
  return works.map((work) => work.begun);
};

describe("turns", () => {
  it("are shared by those who lean on a record, and not with who changes it", async () => {
    const turns = new Turns();
    const works = (["shared", "shared", "alone", "alone"] as const).map((unit) => new Work(turns, { unit }));
    const [one, two, three, four] = works as [Work, Work, Work, Work];
    expect(await begun(one, two, three, four)).to.deep.equal([true, true, false, false]);
    one.end();
    expect(await begun(three)).to.deep.equal([false]);
    two.end();
    expect(await begun(three, four)).to.deep.equal([true, false]);
    three.end();
    expect(await begun(four)).to.deep.equal([true]);
    four.end();
    await Promise.all(works.map((work) => work.done));
  });

  it("come in the order in which they are asked for: who changes is not kept out by those who lean", async () => {
    const turns = new Turns();
    const leaning = new Work(turns, { unit: "shared" });
    const changing = new Work(turns, { unit: "alone" });
    const later = new Work(turns, { unit: "shared" });
    expect(await begun(leaning, changing, later)).to.deep.equal([true, false, false]);
    leaning.end();
    expect(await begun(changing, later)).to.deep.equal([true, false]);
    changing.end();
    expect(await begun(later)).to.deep.equal([true]);
    later.end();
    await Promise.all([leaning, changing, later].map((work) => work.done));
  });

  it("are given up by who fails", async () => {
    const turns = new Turns();
    const failing = turns.take(new Map([["unit", "alone"]]), () => Promise.reject(new Error("no")));
    expect(await failing.catch((error: Error) => error.message)).to.equal("no");
    expect(await turns.take(new Map([["unit", "alone"]]), () => Promise.resolve("next"))).to.equal("next");
  });

  it("never wait for each other in a circle, whatever is asked for together", async () => {
    const turns = new Turns();
    const keys = ["a", "b", "c", "d"];
    const inside = new Map<string, { alone: number; shared: number }>(
      keys.map((key) => [key, { alone: 0, shared: 0 }]),
    );
    let mixed = 0;
    const work = async (holds: ReadonlyMap<string, Hold>): Promise<void> => {
      for (const [key, hold] of holds) {
        const there = inside.get(key);
        if (!there) continue;
        there[hold]++;
        if (there.alone > 1 || (there.alone > 0 && there.shared > 0)) mixed++;
      }
      await settled();
      for (const [key, hold] of holds) {
        const there = inside.get(key);
        if (there) there[hold]--;
      }
    };
    // Every subset of the keys in every mixture of the two ways, in an order that repeats.
    const all = Array.from({ length: 3 ** keys.length }, (_, code) => {
      const ways = keys.map((key, place) => [key, [undefined, "alone", "shared"][Math.floor(code / 3 ** place) % 3]]);
      return new Map(ways.filter(([, hold]) => hold !== undefined) as [string, Hold][]);
    });
    const asked = all.map((_, index) => all[(index * 29) % all.length] ?? new Map<string, Hold>());
    await Promise.all(asked.map((holds) => turns.take(holds, () => work(holds))));
    expect(mixed).to.equal(0);
  });
});
