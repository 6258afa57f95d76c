namespace SafeguardingMetrics.Storage;

/// <summary>Something that is written into whatever unit of work is committed next in the same flow of control: both are kept, or neither.</summary>
public interface ITransactionParticipant
{
    /// <summary>Writes it; called again where the unit of work is tried again.</summary>
    Task Write(UnitOfWork work);

    /// <summary>Told once the commit was answered.</summary>
    void OnCommitted();
}

/// <summary>What goes with the next commit of this flow of control.</summary>
public static class AmbientTransactionParticipant
{
    private static readonly AsyncLocal<ITransactionParticipant?> Flow = new();

    /// <summary>It; null where nothing does.</summary>
    public static ITransactionParticipant? Current
    {
        get => Flow.Value;
        set => Flow.Value = value;
    }
}
