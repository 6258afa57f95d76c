namespace SafeguardingMetrics.Storage.Files;

/// <summary>Where the embedded database is made.</summary>
public enum DatabaseCreation
{
    /// <summary>Where there is no file, and in a file in which there is nothing: in Development, and for the target of a copy.</summary>
    WhereMissingOrEmpty,

    /// <summary>Where there is no file: elsewhere, with <c>Database__Create=true</c>.</summary>
    WhereMissing,

    /// <summary>Nowhere: elsewhere, without that setting.</summary>
    Never,
}
