import { resolve } from "node:path";
import { expect } from "chai";
import { loadConfig, OWN_CLAIMS, WrongSetting } from "../../src/config.js";

describe("configuration", () => {
  const PRODUCTION = {
    NODE_ENV: "production",
    AUTH_ISSUER: "https://id.example.vn",
    AUTH_AUDIENCE: "press-ledger",
    AUTH_JWKS_URL: "https://id.example.vn/keys",
  };

  it("needs nothing in development, and listens on this machine only", () => {
    const config = loadConfig({});
    expect(config).to.include({ mode: "development", host: "127.0.0.1", port: 4000, logLevel: "info" });
    expect(config.auth.jwksUrl).to.equal(undefined);
    expect(config.auth.algorithms).to.deep.equal(["EdDSA", "ES256", "RS256"]);
  });

  it("takes what is set, and an empty variable as not set", () => {
    const config = loadConfig({
      PORT: "0",
      HOST: "",
      LEDGER_MAX_COST: "500",
      LEDGER_HEARTBEAT_MS: "5000",
      ALLOWED_ORIGINS: "https://a.vn, https://b.vn",
    });
    expect(config).to.include({ port: 0, host: "127.0.0.1" });
    expect(config.limits).to.include({ maxCost: 500, heartbeatMs: 5_000 });
    expect(config.allowedOrigins).to.deep.equal(["https://a.vn", "https://b.vn"]);
  });

  it("takes what an issuer calls things, in the order in which it is said; of the development key it is as we call it", () => {
    const named = {
      AUTH_ROLE_CLAIM: "realm_access.roles",
      AUTH_ROLE_MAP: "cn=officers=PRESS_OFFICER, ledger-clerk=CLERK",
      AUTH_UNIT_CLAIM: "unit_code",
      AUTH_SCOPES_CLAIM: "ledger.scopes",
    };
    const { claims } = loadConfig({ ...PRODUCTION, ...named }).auth;
    expect(claims).to.deep.equal({
      role: "realm_access.roles",
      roles: [
        ["cn=officers", "PRESS_OFFICER"],
        ["ledger-clerk", "CLERK"],
      ],
      unit: "unit_code",
      scopes: "ledger.scopes",
    });
    expect(loadConfig(named).auth.claims).to.deep.equal(OWN_CLAIMS);
    expect(loadConfig(PRODUCTION).auth.claims).to.deep.equal(OWN_CLAIMS);
  });

  it("takes what this server is at the issuer, and offers no login without it", () => {
    const client = { AUTH_CLIENT_ID: "ledger-page", PUBLIC_URL: "https://so.example.vn/" };
    expect(loadConfig({ ...PRODUCTION, ...client }).login).to.deep.equal({
      clientId: "ledger-page",
      clientSecret: undefined,
      scope: "openid",
      publicUrl: "https://so.example.vn",
    });
    const more = {
      AUTH_CLIENT_SECRET: "s",
      AUTH_LOGIN_SCOPE: "openid  offline_access",
      PUBLIC_URL: "http://localhost:4000",
    };
    expect(loadConfig({ ...PRODUCTION, ...client, ...more }).login).to.deep.include({
      clientSecret: "s",
      scope: "openid offline_access",
      publicUrl: "http://localhost:4000",
    });
    expect(loadConfig({ ...PRODUCTION, PUBLIC_URL: client.PUBLIC_URL }).login).to.equal(undefined);
    expect(loadConfig({}).login).to.equal(undefined);
  });

  it("takes the operator's law file by its path, and none when it is not set", () => {
    expect(loadConfig({}).lawFile).to.equal(undefined);
    expect(loadConfig({ LEDGER_LAW: "/etc/press-ledger/law.json" }).lawFile).to.equal("/etc/press-ledger/law.json");
    expect(loadConfig({ LEDGER_LAW: "law.json" }).lawFile).to.equal(resolve("law.json"));
  });

  it("cannot be changed afterwards", () => {
    const config = loadConfig(PRODUCTION);
    expect(
      Object.isFrozen(config) && Object.isFrozen(config.limits) && Object.isFrozen(config.auth.algorithms),
    ).to.equal(true);
  });

  it("goes by LEDGER_MODE before NODE_ENV, which is every tool's", () => {
    expect(loadConfig({ NODE_ENV: "test" }).mode).to.equal("development");
    expect(loadConfig({ ...PRODUCTION, LEDGER_MODE: "development" }).mode).to.equal("development");
    expect(loadConfig(PRODUCTION).mode).to.equal("production");
  });

  const wrong: readonly [Record<string, string>, string, RegExp][] = [
    [{ DATA_DIR: "/srv/s\uFFFD" }, "DATA_DIR", /UTF-8/],
    [{ PORT: "http" }, "PORT", /whole number from 0 to 65535/],
    [{ PORT: "70000" }, "PORT", /whole number/],
    [{ NODE_ENV: "prodution" }, "NODE_ENV", /production or development/],
    [{ LEDGER_MODE: "prod" }, "LEDGER_MODE", /one of production, development/],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL", /one of silent/],
    [{ AUTH_ALGORITHMS: "EdDSA,none" }, "AUTH_ALGORITHMS", /some of EdDSA/],
    [{ AUTH_ALGORITHMS: "HS256" }, "AUTH_ALGORITHMS", /some of EdDSA/],
    [{ AUTH_JWKS_URL: "http://id.example.vn/keys" }, "AUTH_JWKS_URL", /https/],
    [{ AUTH_ROLE_MAP: "ledger-clerk" }, "AUTH_ROLE_MAP", /such as ledger-clerk=CLERK/],
    [{ AUTH_ROLE_MAP: "ledger-clerk=KING" }, "AUTH_ROLE_MAP", /ours are CLERK, /],
    [{ AUTH_ROLE_MAP: "a=CLERK,a=ADMIN" }, "AUTH_ROLE_MAP", /such as ledger-clerk=CLERK/],
    [{ AUTH_ROLE_CLAIMS: "roles" }, "AUTH_ROLE_CLAIMS", /AUTH_ROLE_CLAIM\.$/],
    [{ ALLOWED_ORIGINS: "https://a.vn/path" }, "ALLOWED_ORIGINS", /origins such as/],
    [{ ALLOWED_ORIGINS: "*" }, "ALLOWED_ORIGINS", /origins such as/],
    [{ ...PRODUCTION, AUTH_ISSUER: "" }, "AUTH_ISSUER", /in production it must be set/],
    [{ ...PRODUCTION, AUTH_JWKS_URL: "" }, "AUTH_JWKS_URL", /in production it must be set/],
    [{ ...PRODUCTION, AUTH_CLIENT_ID: "page" }, "PUBLIC_URL", /so\.example\.vn .*with AUTH_CLIENT_ID it must be set/],
    [{ PUBLIC_URL: "http://so.example.vn" }, "PUBLIC_URL", /the origin of the page/],
    [{ PUBLIC_URL: "https://so.example.vn/so" }, "PUBLIC_URL", /the origin of the page/],
    [{ PUBLIC_URL: "https://a:b@so.example.vn" }, "PUBLIC_URL", /the origin of the page/],
    [{ AUTH_LOGIN_SCOPE: "profile" }, "AUTH_LOGIN_SCOPE", /openid among them/],
    [{ AUTH_CLIENT_ID: "page", PUBLIC_URL: "https://a.vn" }, "AUTH_JWKS_URL", /with AUTH_CLIENT_ID it must be set/],
    [
      { ...PRODUCTION, AUTH_ISSUER: "id", AUTH_CLIENT_ID: "page", PUBLIC_URL: "https://a.vn" },
      "AUTH_ISSUER",
      /https address .*as AUTH_CLIENT_ID is set/,
    ],
    [{ AUTH_CLIENT_SECRETS: "x" }, "AUTH_CLIENT_SECRETS", /AUTH_CLIENT_SECRET\.$/],
    [{ LEDGER_HEARTBEAT_MS: "20" }, "LEDGER_HEARTBEAT_MS", /whole number from 1000/],
    [{ LEDGER_MAX_COSTS: "5" }, "LEDGER_MAX_COSTS", /LEDGER_MAX_COST\.$/],
    [{ LEDGER_LAWS: "/law.json" }, "LEDGER_LAWS", /LEDGER_LAW\.$/],
    [{ AUTH_ISUER: "x" }, "AUTH_ISUER", /AUTH_ISSUER\.$/],
  ];
  for (const [environment, variable, expected] of wrong) {
    it(`refuses ${JSON.stringify(environment)} in one line that does not repeat the value`, () => {
      let error: unknown;
      try {
        loadConfig(environment);
      } catch (thrown) {
        error = thrown;
      }
      expect(error).to.be.instanceOf(WrongSetting);
      expect((error as WrongSetting).variable).to.equal(variable);
      expect((error as WrongSetting).message)
        .to.match(expected)
        .and.not.contain("\n");
    });
  }

  it("leaves the variables of others alone", () => {
    loadConfig({ AUTH_PROXY_PASSWORD: "x", PATH: "/bin", HOSTNAME: "h", npm_config_loglevel: "silent" });
  });
});
