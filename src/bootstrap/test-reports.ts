/** Reads the reports of vitest and Playwright as counts, failures and their causes. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

/** The result of one suite. */
export interface Result {
  passed: number;
  /** The failures, each with its name and cause. */
  failed: string[];
  skipped: number;
}

const vitestReport = z.object({
  numPassedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullable(),
        }),
      ),
    }),
  ),
});

const playwrightTests = z.object({
  specs: z
    .array(
      z.object({
        title: z.string(),
        file: z.string(),
        line: z.int(),
        tests: z.array(
          z.object({
            status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
            results: z.array(z.object({ errors: z.array(z.object({ message: z.string().optional() })) })),
          }),
        ),
      }),
    )
    .optional(),
  get suites() {
    return z.array(playwrightTests).optional();
  },
});
const playwrightReport = z.object({
  errors: z.array(z.object({ message: z.string().optional() })),
  suites: z.array(playwrightTests),
});

/** Reads vitest's JSON report; paths are relative to `root`. */
export function readVitestReport(suite: string, report: string, root: string): Result {
  const found = read(report, vitestReport);
  if (found === null) return noReport(suite);
  const failed = found.testResults.flatMap((file) => {
    const tests = file.assertionResults.filter(({ status }) => status === 'failed');
    const path = relative(root, file.name);
    // A file that failed to load contains no failed test.
    if (tests.length === 0) return file.status === 'failed' ? [failure(path, [file.message])] : [];
    return tests.map((test) => failure(`${path} › ${test.fullName}`, test.failureMessages ?? []));
  });
  return {
    passed: found.numPassedTests,
    failed: found.success || failed.length > 0 ? failed : [`${suite}: an error outside of any test`],
    skipped: found.numPendingTests + found.numTodoTests,
  };
}

/** Reads Playwright's JSON report of a run that ended with `status`. */
export function readPlaywrightReport(suite: string, report: string, status: number): Result {
  const found = read(report, playwrightReport);
  if (found === null) return noReport(suite);
  const tests = found.suites.flatMap(testsOf);
  const failed = tests
    .filter((test) => test.status === 'unexpected' || test.status === 'flaky')
    .map((test) => failure(test.name, test.messages));
  if (status !== 0 && failed.length === 0) {
    failed.push(failure(`${suite}: an error outside of any test`, messagesOf(found.errors)));
  }
  return {
    passed: tests.filter((test) => test.status === 'expected').length,
    failed,
    skipped: tests.filter((test) => test.status === 'skipped').length,
  };
}

/** A name and the start of each message: enough to know where to look. */
export function failure(name: string, messages: string[]): string {
  const shown = messages.map((message) =>
    stripVTControlCharacters(message).trim().split('\n').slice(0, 20).join('\n  '),
  );
  return [name, ...shown].join('\n  ');
}

function testsOf(
  suite: z.infer<typeof playwrightTests>,
): { name: string; status: string; messages: string[] }[] {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({
      name: `${spec.file}:${spec.line} › ${spec.title}`,
      status: test.status,
      messages: test.results.flatMap((result) => messagesOf(result.errors)),
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(testsOf)];
}

function messagesOf(errors: { message?: string | undefined }[]): string[] {
  return errors.flatMap(({ message }) => message ?? []);
}

function noReport(name: string): Result {
  return { passed: 0, failed: [`${name}: ended before it could report`], skipped: 0 };
}

function read<T>(report: string, shape: z.ZodType<T>): T | null {
  let text: string;
  try {
    text = readFileSync(report, 'utf8');
  } catch {
    return null;
  }
  return shape.parse(JSON.parse(text));
}
