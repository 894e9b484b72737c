/** The facts as the rooms see them: ClickHouse SQL with bound parameters. Whether the engine runs in this process is not known here. */

/** Bound to `{name:Type}` in the SQL; arrays become ClickHouse arrays. A Date keeps its milliseconds, in UTC. */
export type WarehouseParams = Record<string, WarehouseParam>;

export type WarehouseParam = string | number | bigint | boolean | Date | null | readonly WarehouseParam[];

export interface Warehouse {
  /**
   * Asks a question whose whole answer fits in memory. 64-bit integers arrive as numbers, Decimal as numbers, DateTime as
   * 'YYYY-MM-DD hh:mm:ss' in UTC. Ends with an error after 60 seconds unless the SQL has its own `SETTINGS max_execution_time`.
   * @throws Error with `code`, the number of the ClickHouse error as a string
   */
  query<Row>(sql: string, params?: WarehouseParams): Promise<Row[]>;
  /** Asks a question with a long answer; rows arrive in batches. Leaving the loop early stops the engine. */
  queryStream<Row>(sql: string, params?: WarehouseParams): AsyncIterable<Row[]>;
  /**
   * Adds rows and resolves when they are stored. Give thousands at once: each call makes a part on disk. A column that the
   * table lacks is an error; one that the row lacks takes its default.
   */
  insert(table: string, rows: readonly object[]): Promise<void>;
  /** Runs a statement that answers nothing: DDL, INSERT ... SELECT. One at a time on the embedded engine; 10 minutes at most. */
  command(sql: string, params?: WarehouseParams): Promise<void>;
  /** Stops what is running and closes the engine. */
  close(): Promise<void>;
}
