/**
 * Settings of GraphQL Code Generator for this API. With @graphql-codegen/cli 7 and @graphql-codegen/typescript-operations 6:
 * npx graphql-codegen --config codegen.mjs
 */
export default {
  schema: "docs/schema.graphql",
  documents: ["src/**/*.graphql"],
  generates: {
    "src/api.ts": {
      // Alone: version 6 makes the inputs and enums that the operations need, and beside "typescript" makes them twice.
      plugins: ["typescript-operations"],
      config: {
        // A scalar that is not listed here stops the generation; without this it would silently be `any`.
        strictScalars: true,
        // As JSON has them. A day is no `Date`, which is a moment; a sum of đồng may be too large for a `number`.
        scalars: {
          DateTime: "string",
          LocalDate: "string",
          Position: "string",
          Vnd: "string",
          SignedVnd: "string",
          RecordValue: "string | number | boolean",
          UnitId: "string",
          PressAgencyId: "string",
          ReporterId: "string",
          RepresentativeOfficeId: "string",
          VisitId: "string",
          InspectionId: "string",
          ViolationCaseId: "string",
          SanctionId: "string",
          SeizureId: "string",
          SpokespersonId: "string",
          OversightId: "string",
          InformationRequestId: "string",
          UnitRuleId: "string",
          StatementId: "string",
          StatementDutyId: "string",
          PressConferenceId: "string",
          PressItemId: "string",
          StaffSnapshotId: "string",
          TrainingCourseId: "string",
        },
      },
    },
  },
};
