import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // Tests never reach outside and never sleep; end-to-end ones start child processes, which need a longer leash.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: process.env.CI ? ["default", ["json", { outputFile: "node_modules/.cache/vitest-report.json" }]] : ["default"],
  },
});
