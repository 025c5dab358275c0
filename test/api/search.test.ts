import { expect } from "chai";
import { ANALYST, Api } from "../support/api.js";
import { cast, type Cast, SINCE, walkIn } from "../support/cast.js";

describe("finding by words and by id", () => {
  let api: Api;
  let world: Cast;

  before(async () => {
    api = await Api.open();
    world = await cast(api);
    const unit = (name: string): Promise<string> =>
      api.done("registerUnit", { unit: { kind: "DISTRICT", name }, ...SINCE });
    for (const name of ["Huyện Hoằng Hóa", "Huyện Thiệu Hoá", "Thành phố Thanh Hóa", "Thanh Hoa", "Huyện Đông Sơn"])
      await unit(name);
    await api.done("registerVisit", walkIn(world, { subject: "Thanh Hóa phát triển du lịch" }));
  });
  after(() => api.close());

  const titles = async (text: string, more = "", principal?: Parameters<Api["ask"]>[2]): Promise<string[]> => {
    const { search } = await api.ask(
      `query ($text: String!) { search(text: $text ${more}) { nodes { title } } }`,
      { text },
      principal,
    );
    return search.nodes.map((node: { title: string }) => node.title);
  };

  it("meets Vietnamese however it is typed", async () => {
    for (const text of ["dong son", "ĐÔNG SƠN", "Đông Sơn".normalize("NFD"), "huyện đông", "son dong"]) {
      expect(await titles(text), text).to.deep.equal(["Huyện Đông Sơn"]);
    }
    expect(await titles("thiệu hóa")).to.deep.equal(["Huyện Thiệu Hoá"]);
  });

  it("ranks what is exactly so first, then bodies that are called so, then what begins so or has it somewhere", async () => {
    expect(await titles("Thanh Hoa")).to.deep.equal([
      "Thanh Hoa",
      "Thành phố Thanh Hóa",
      "Báo Thanh Hóa",
      "Thanh Hóa phát triển du lịch",
    ]);
  });

  it("puts bodies that are called so before whatever mentions them, with marks and without", async () => {
    const department = { unit: { kind: "DEPARTMENT", name: "Thanh tra tỉnh" }, ...SINCE };
    await api.done("registerUnit", department);
    for (const subject of ["Thanh tra tỉnh trả lời báo chí", "Làm việc về kết luận của thanh tra tỉnh"])
      await api.done("registerVisit", walkIn(world, { subject }));
    for (const typed of ["thanh tra tinh", "Thanh tra tỉnh", "thanh tra", "tra tinh", "thanh tr"]) {
      expect((await titles(typed))[0], typed).to.equal("Thanh tra tỉnh");
    }
    expect(await titles("thanh tra tỉnh", ", first: 100")).to.have.length(3);
    expect((await titles("Thanh Hóa")).slice(0, 2)).to.deep.equal(["Thành phố Thanh Hóa", "Báo Thanh Hóa"]);
    expect((await titles("thanh h"))[0]).to.equal("Thanh Hoa");
  });

  it("pages through all ranks without loss", async () => {
    const found: string[] = [];
    for (let after: string | null = null; ;) {
      const { search } = await api.ask(
        `query ($after: String) { search(text: "hoa", first: 1, after: $after) { nodes { title } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      found.push(...search.nodes.map((node: { title: string }) => node.title));
      if (!search.pageInfo.hasNextPage) break;
      after = search.pageInfo.endCursor as string;
    }
    expect(found).to.deep.equal(await titles("hoa", ", first: 100"));
    expect(new Set(found).size).to.equal(found.length);
  });

  it("takes any text without a fault", async () => {
    for (const text of ["", "   ", '"', "a* OR b", "NEAR(x)", "-", "%_", "'; DROP TABLE unit", "\u0000", "🙂"]) {
      expect(await titles(text), text).to.be.an("array");
    }
  });

  it("wants two letters of a word: one is the beginning of half the ledger", async () => {
    for (const text of ["a", "Đ", " t h ", "🙂 1"]) {
      const { errors } = await api.tryAsk(`query ($text: String!) { search(text: $text) { nodes { title } } }`, {
        text,
      });
      expect(errors, text).to.have.nested.property("[0].code", "BAD_USER_INPUT");
    }
    expect(await titles("thanh h")).to.include("Thành phố Thanh Hóa");
  });

  it("shows the public neither visits nor reporters", async () => {
    expect(await titles("thanh hoa", "", null)).to.deep.equal(["Thanh Hoa", "Thành phố Thanh Hóa", "Báo Thanh Hóa"]);
    const { errors } = await api.tryAsk(`{ search(text: "an", kinds: [REPORTER]) { nodes { title } } }`, {}, null);
    expect(errors[0]?.code).to.equal("UNAUTHENTICATED");
    const { node, nodes } = await api.ask(
      `query ($reporter: ID!, $unit: ID!) { node(id: $reporter) { id } nodes(ids: [$unit, $reporter, "x", "Unit:1"]) { id } }`,
      { reporter: world.carded, unit: world.health },
      null,
    );
    expect(node).to.equal(null);
    expect(nodes).to.deep.equal([{ id: world.health }, null, null, null]);
  });

  it("an id of another type is refused before anything is looked up", async () => {
    const { errors } = await api.tryAsk(
      `query ($id: VisitId!) { visit(id: $id) { id } }`,
      { id: world.health },
      ANALYST,
    );
    expect(errors).to.have.length(1);
  });
});
