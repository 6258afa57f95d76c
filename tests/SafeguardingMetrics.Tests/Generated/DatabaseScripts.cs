using SafeguardingMetrics.Datasets.Catalogue;

namespace SafeguardingMetrics.Tests.Generated;

/// <summary>
/// The lines of the scripts in <c>db/sqlserver</c> that name the tables of records and the views of them.
/// </summary>
internal static class DatabaseScripts
{
    private const string Records = "-- Generated from the datasets: the tables of records.";
    private const string Views = "-- Generated from the datasets: the views.";
    private const string End = "-- End of what is generated.";

    /// <summary>The grants: records for the service, views for analysts.</summary>
    public static GeneratedFile CreateRoles() => GeneratedFile.FromSections(
        "db/sqlserver/roles.sql",
        (
            Records,
            End,
            DatasetCatalogue.All.Select(dataset => $"GRANT SELECT, INSERT, DELETE ON OBJECT::dbo.{dataset.Table} TO sm_submit;")),
        (Views, End, DatasetCatalogue.All.Select(dataset => $"GRANT SELECT ON OBJECT::dbo.{dataset.Table}InForce TO sm_read;")));

    /// <summary>The compression of the tables of records.</summary>
    public static GeneratedFile CreateOptions() => GeneratedFile.FromSection(
        "db/sqlserver/options.sql", Records, End,
        DatasetCatalogue.All.Select(dataset => $"ALTER TABLE dbo.{dataset.Table} REBUILD WITH (DATA_COMPRESSION = PAGE);"));
}
