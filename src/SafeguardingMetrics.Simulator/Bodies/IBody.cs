namespace SafeguardingMetrics.Simulator.Bodies;

/// <summary>The body of a return, written record by record.</summary>
internal interface IBody
{
    void Add(Row row);

    byte[] Finish();
}

internal static class BodyFactory
{
    public static IBody Create(string mediaType, string[] columns) => mediaType switch
    {
        MediaType.Csv => new CsvBody(columns),
        MediaType.NdJson => new JsonBody(columns, lines: true),
        _ => new JsonBody(columns, lines: false),
    };
}
