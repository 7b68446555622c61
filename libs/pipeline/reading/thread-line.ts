import type { Worker } from 'node:worker_threads';
import type { Reading, UnreadRecord } from './reading.js';

/** What the thread makes of a batch; `undefined` when one of its records makes the reader throw. */
export type ThreadAnswer = readonly Reading[] | undefined;

interface Question {
  answered(answer: ThreadAnswer): void;
  failed(reason: Error): void;
}

/** The line to a thread that reads one batch after the other: answers come in the order of the questions. */
export class ThreadLine {
  private readonly waiting: Question[] = [];
  private ended: Error | undefined;
  /** Whether the thread has ever answered. */
  hasWorked = false;

  constructor(private readonly thread: Worker) {
    thread.unref();
    thread.on('message', (answer: ThreadAnswer) => this.hear(answer));
    thread.on('messageerror', (reason) => this.end(reason));
    thread.on('error', (reason) => this.end(reason));
    thread.on('exit', (code) => this.end(new Error(`it ended with ${code}`)));
  }

  /** Rejects when the thread ends before it has answered. While somebody waits for it, it keeps the process alive. */
  ask(records: readonly UnreadRecord[]): Promise<ThreadAnswer> {
    if (this.ended) return Promise.reject(this.ended);
    return new Promise((answered, failed) => {
      this.thread.postMessage(records);
      this.thread.ref();
      this.waiting.push({ answered, failed });
    });
  }

  async close(): Promise<void> {
    await this.thread.terminate();
  }

  private hear(answer: ThreadAnswer): void {
    this.hasWorked = true;
    this.waiting.shift()?.answered(answer);
    if (this.waiting.length === 0) this.thread.unref();
  }

  private end(reason: Error): void {
    this.ended ??= reason;
    void this.thread.terminate();
    for (const question of this.waiting.splice(0)) question.failed(this.ended);
  }
}
