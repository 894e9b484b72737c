CREATE TABLE IF NOT EXISTS order_lines (
  order_id UInt64,
  line_no UInt32,
  kind LowCardinality(String),
  channel_id UInt32,
  customer_id UInt64,
  product_id UInt64,
  placed_at DateTime64(3, 'UTC'),
  status LowCardinality(String),
  status_group LowCardinality(String),
  quantity Float64,
  total Int64,
  discount Int64,
  cost Nullable(Int64),
  commission Nullable(Int64),
  logistics Nullable(Int64),
  region LowCardinality(String),
  delivery_method LowCardinality(String),
  payment_method LowCardinality(String),
  acquired_from LowCardinality(String),
  version UInt64,
  is_deleted UInt8 DEFAULT 0
) ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY (order_id, line_no)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

CREATE TABLE IF NOT EXISTS return_lines (
  return_id UInt64,
  line_no UInt32,
  order_id UInt64,
  channel_id UInt32,
  customer_id UInt64,
  product_id UInt64,
  returned_at DateTime64(3, 'UTC'),
  reason String,
  quantity Float64,
  total Int64,
  region LowCardinality(String),
  version UInt64,
  is_deleted UInt8 DEFAULT 0
) ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY (return_id, line_no)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

CREATE TABLE IF NOT EXISTS orders (
  order_id UInt64,
  channel_id UInt32,
  customer_id UInt64,
  placed_at DateTime64(3, 'UTC'),
  completed_at Nullable(DateTime64(3, 'UTC')),
  status LowCardinality(String),
  status_group LowCardinality(String),
  total Int64,
  returned Int64,
  quantity Float64,
  region LowCardinality(String),
  version UInt64,
  is_deleted UInt8 DEFAULT 0
) ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY order_id
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

CREATE TABLE IF NOT EXISTS customers (
  customer_id UInt64,
  first_channel_id UInt32,
  sex LowCardinality(String),
  birth_date Nullable(Date32),
  city String,
  region LowCardinality(String),
  country LowCardinality(String),
  acquired_from LowCardinality(String),
  created_at DateTime64(3, 'UTC'),
  version UInt64,
  is_deleted UInt8 DEFAULT 0
) ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY customer_id
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

CREATE TABLE IF NOT EXISTS products (
  product_id UInt64,
  sku String,
  name String,
  brand LowCardinality(String),
  category_id UInt64,
  category_path String,
  cost Nullable(Int64),
  active UInt8,
  version UInt64,
  is_deleted UInt8 DEFAULT 0
) ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY product_id
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

CREATE TABLE IF NOT EXISTS events (
  channel_id UInt32,
  event_id String,
  type LowCardinality(String),
  at DateTime64(3, 'UTC'),
  customer_id UInt64,
  -- Whose it was before merges; 0 for strangers.
  buyer_id UInt64,
  visitor String,
  product_id UInt64,
  product_external_id String,
  section String,
  query String,
  quantity Float64,
  amount Int64,
  seconds Float64,
  device LowCardinality(String),
  properties Map(String, String),
  version UInt64,
  is_deleted UInt8 DEFAULT 0
) ENGINE = ReplacingMergeTree(version, is_deleted)
ORDER BY (customer_id, visitor, at, channel_id, event_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
