/** A worked input of each model, so that nobody begins before an empty field; figures are those of the named source. */
export const examples = {
  "viner-customs-union": {
    source: "D. Salvatore, International Economics, figure 10.1",
    input: {
      demand: { intercept: 90, slope: -20 },
      supply: { intercept: 0, slope: 10 },
      suppliers: [
        { name: "Nation 1", price: 1 },
        { name: "Nation 3", price: 1.5 },
      ],
      tariff: { kind: "adValorem", rate: 1 },
      unionPartner: "Nation 3",
    },
  },
  smart: {
    source: "Laird & Yeats 1986; Jammes & Olarreaga 2005",
    input: {
      imports: [
        { partner: "A", value: 100, tariffBefore: 0.2, tariffAfter: 0 },
        { partner: "B", value: 150, tariffBefore: 0.2, tariffAfter: 0.2 },
      ],
      importDemandElasticity: -1.5,
      substitutionElasticity: 1.5,
      exportSupplyElasticity: 99,
      diversionFormula: "jammesOlarreaga",
    },
  },
  gsim: {
    source: "Francois & Hall 2003, 4-region example",
    input: {
      regions: ["US", "JP", "EU", "RW"],
      tradeMatrix: [
        [0, 50, 200, 300],
        [500, 0, 150, 200],
        [300, 100, 200, 200],
        [50, 100, 110, 20],
      ],
      tariffBefore: [
        [0, 0.21, 0.41, 0.22],
        [0.37, 0, 0.31, 0.23],
        [0.32, 0.36, 0, 0.18],
        [0.57, 0.41, 0.25, 0.15],
      ],
      tariffAfter: [
        [0, 0.21, 0, 0.22],
        [0.37, 0, 0.31, 0.23],
        [0, 0.36, 0, 0.18],
        [0.57, 0.41, 0.25, 0.15],
      ],
      importDemandElasticity: [-1.25, -1.25, -1.25, -1.25],
      exportSupplyElasticity: [1.5, 1.5, 1.5, 1.5],
      substitutionElasticity: [5, 5, 5, 5],
    },
  },
  "revenue-cascade": {
    source: "World Bank WPS 5045 (TRIST), made-up lines",
    input: {
      lines: [
        { line: "870323", partner: "A", imports: 1000, duty: 150, excise: 57.5, vat: 145, dutyFactor: 0 },
        { line: "870323", partner: "B", imports: 500, duty: 75, excise: 28.75, vat: 72.5 },
      ],
      domesticOutput: { "870323": 400 },
      exporterSubstitution: 1.5,
      importDemand: -0.5,
    },
  },
} as const;

export const flowsExample = `line,partner,value,tariff_before,tariff_after,demand_elasticity
610910,KZ,1200,16%,0%,-1.2
610910,TR,900,16%,16%,-1.2
850440,KZ,300,8%,0%,
850440,DE,2100,8%,8%,
`;
