using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Tests.Generated;

/// <summary>The views under <c>db/views/reporting</c> that follow from the datasets' declarations.</summary>
internal static class ReportingViews
{
    /// <summary>Each by its name, with its text.</summary>
    public static IReadOnlyList<(string Name, string Text)> Declared { get; } =
        [.. DatasetCatalogue.All.Select(dataset => ($"{dataset.Table}InForce", InForce(dataset))), ("LiveFigureCount", LiveFigureCount())];

    // Identifiers' hashes stay where they are: they match a child across agencies, which is no analyst's business.
    private static string InForce(Dataset dataset)
    {
        var counted = dataset.CountedOnField is { } field ? $"t.{field.Column}" : "r.ToDay";
        var columns = string.Concat(dataset.FieldList.Where(field => !field.IsHashed).Select(field => $",\n    t.{field.Column}"));
        var join = dataset.CountedOnField is null ? "\nJOIN AgencyReturn r ON r.ReturnId = t.ReturnId" : "";
        var restated = dataset.IsOfEvents ? NotRestated : "";
        return $"""
            -- {dataset.Title}: the records in force now, each with the agency that sent it and the day it counts on.
            -- {dataset.Summary.ReplaceLineEndings(" ")} Written by a test from the declaration of {dataset.Name}.
            CREATE VIEW {dataset.Table}InForce AS
            SELECT
                s.Agency,
                t.ReturnId,
                t.RecordNumber,
                {counted} AS CountedOn{columns}
            FROM {dataset.Table} t{join}
            JOIN Segment s ON s.ReturnId = t.ReturnId AND s.EndedAt IS NULL AND {counted} BETWEEN s.FromDay AND s.ToDay{restated}

            """.ReplaceLineEndings("\n");
    }

    // A record whose key a newer return states is out of force, whatever day it counts on.
    private const string NotRestated = """

        WHERE NOT EXISTS (
            SELECT 1
            FROM RestatedRecord x
            JOIN Segment n ON n.SegmentId = x.SegmentId AND n.EndedAt IS NULL
            WHERE x.ReturnId = t.ReturnId AND x.RecordNumber = t.RecordNumber)
        """;

    private const string WhatItHas = "-- Each figure's counts by month as they stand now, for the partnership: "
        + "Dimension 'all' (Member '') is the total, the others its members.";

    private static string Snapshots => string.Join(
        ", ", DatasetCatalogue.All.Where(dataset => dataset.Shape == DatasetShape.Snapshot).Select(dataset => $"'{dataset.Name}'"));

    private static string LiveFigureCount() => $"""
        {WhatItHas}
        -- Of a snapshot each agency's last day in the month counts, of an activity all days. No small number is hidden here.
        -- Written by a test: which datasets are snapshots comes from their declarations.
        CREATE VIEW LiveFigureCount AS
        SELECT
            s.Dataset,
            c.Indicator,
            s.MonthOn,
            c.Dimension,
            c.Member,
            SUM(c.Numerator) AS Numerator,
            SUM(c.Denominator) AS Denominator
        FROM (
            SELECT
                x.SegmentId,
                x.Dataset,
                x.MonthOn,
                CASE WHEN x.Dataset IN ({Snapshots})
                    THEN ROW_NUMBER() OVER (PARTITION BY x.Agency, x.Dataset, x.MonthOn ORDER BY x.FromDay DESC)
                    ELSE 1
                END AS Place
            FROM Segment x
            WHERE x.EndedAt IS NULL) s
        JOIN Cell c ON c.SegmentId = s.SegmentId
        WHERE s.Place = 1
        GROUP BY s.Dataset, c.Indicator, s.MonthOn, c.Dimension, c.Member

        """.ReplaceLineEndings("\n");
}
