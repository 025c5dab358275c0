import { expect } from "chai";
import { sceneFolder } from "../cli/playedScene.js";
import { removed } from "../cli/support.js";
import { fuzz } from "../support/fuzz/fuzz.js";

const REQUESTS = 2_000;
/** The same each time, so that a test that fails here fails everywhere. `npm run drill -- fuzz` tries others. */
const SEED = 20_261_130;

/** Whatever is asked, of whatever part of the schema, by whomever: the answer is one for callers. */
describe("the whole schema", () => {
  let folder: string;
  after(() => removed(folder));

  it(`answers ${REQUESTS} requests made of it, valid and broken, without a fault of its own (seed ${SEED})`, async function () {
    this.timeout(120_000);
    folder = await sceneFolder();
    const { answers, refusals, entered, findings } = await fuzz({ folder, requests: REQUESTS, seed: SEED });
    expect(findings.map(({ what, request }) => `${what} ${request.slice(0, 2_000)}`)).to.deep.equal([]);
    // It was no fuzz of one refusal.
    expect(answers["no error"]).to.be.greaterThan(REQUESTS / 3);
    expect(entered).to.be.greaterThan(5);
    expect(Object.keys(refusals)).to.have.length.greaterThan(15);
    expect(answers).to.include.keys("BAD_USER_INPUT", "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "FORBIDDEN");
  });
});
