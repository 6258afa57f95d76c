// A round trip of a client whose types come from the document, and those of its records from the dataset's JSON Schema: submit a return, read its
// receipt, read a figure, be refused.
import createClient from "openapi-fetch";
import type { paths } from "./generated/api.js";
import type { StatutoryVisit } from "./generated/statutory-visits.js";

const base = process.argv[2] ?? "http://localhost:5080";
const as = (key: string) => createClient<paths>({ baseUrl: base, headers: { "X-Api-Key": key } });

function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

const visits: StatutoryVisit[] = [
  { visitId: "TS-1", childId: "C-1", locality: "East", team: "East 1", visitType: "child-protection", dueOn: "2025-03-04", visitedOn: "2025-03-03", childSeen: true, seenAlone: true },
  { visitId: "TS-2", childId: "C-2", locality: "East", team: "East 1", visitType: "looked-after", dueOn: "2025-03-11", visitedOn: "2025-03-14", childSeen: true, seenAlone: true },
];

const agency = as("demo-social-care");
const sent = await agency.POST("/v1/returns/{datasetOrId}", { params: { path: { datasetOrId: "statutory-visits" }, query: { period: "2025-03" } }, body: visits });
must(sent.data !== undefined && "returnId" in sent.data, `not stored: ${JSON.stringify(sent.error)}`);
must(sent.data.returnId !== null && sent.data.records.accepted === 2, `not accepted: ${JSON.stringify(sent.data.records)}`);

const receipt = await agency.GET("/v1/returns/{datasetOrId}", { params: { path: { datasetOrId: sent.data.returnId } } });
must(receipt.data?.returnId === sent.data.returnId, "the receipt is another's");

const figures = await as("demo-analyst").GET("/v1/indicators/{code}/values", { params: { path: { code: "visits-on-time" }, query: { from: "2025-03-01", to: "2025-03-31" } } });
must(Array.isArray(figures.data) && figures.data.length === 1, "no figure");
const figure: number | null = figures.data[0]!.value;
must(figure === 50, `the figure is ${figure}`);

const refused = await agency.POST("/v1/returns/{datasetOrId}", { params: { path: { datasetOrId: "statutory-visits" }, query: { period: "2025-03" } }, body: [{ ...visits[0]!, dueOn: "2024-01-01" }] });
must(refused.error?.code === "return-rejected", `not refused: ${refused.error?.code}`);

const withdrawn = await agency.DELETE("/v1/returns/{datasetOrId}", { params: { path: { datasetOrId: sent.data.returnId } } });
must(withdrawn.data?.status === "withdrawn", "not withdrawn");
console.log("TypeScript: submitted, read the receipt and the figure, was refused, withdrew");
