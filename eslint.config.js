import tseslint from "typescript-eslint";

/** What holds for every source of ours. */
const RULES = {
  "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
  "@typescript-eslint/no-floating-promises": "error",
  "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { arguments: false, properties: false } }],
  "@typescript-eslint/await-thenable": "error",
  "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
  "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
  "max-lines": ["error", { max: 500, skipBlankLines: true, skipComments: true }],
  "max-lines-per-function": ["error", { max: 70, skipBlankLines: true, skipComments: true }],
  eqeqeq: ["error", "always", { null: "ignore" }],
};

export default tseslint.config(
  { ignores: ["dist*/", "node_modules/", "data/", "bench/node_modules/", "web/generated/"] },
  ...tseslint.configs.recommended,
  {
    files: ["src/**/*.ts", "test/**/*.ts"],
    languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    rules: RULES,
  },
  {
    files: ["web/src/**/*.ts", "web/src/**/*.tsx"],
    languageOptions: { parserOptions: { project: "./web/tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    // A component is its markup: long, and read top-down.
    rules: { ...RULES, "max-lines-per-function": ["error", { max: 140, skipBlankLines: true, skipComments: true }] },
  },
  {
    // A suite is one function by nature.
    files: ["test/**/*.ts"],
    rules: { "max-lines-per-function": "off", "@typescript-eslint/no-unused-expressions": "off" },
  },
);
