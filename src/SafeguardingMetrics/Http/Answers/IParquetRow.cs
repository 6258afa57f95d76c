namespace SafeguardingMetrics.Http.Answers;

/// <summary>
/// Rows of this record are also given as Apache Parquet: texts, whole numbers, numbers of at most two decimal places,
/// days, instants and truths.
/// </summary>
internal interface IParquetRow;
