using SafeguardingMetrics.Http.Limits;

namespace SafeguardingMetrics.Http.Bodies;

/// <summary>
/// The room that the returns of one sender take while they are received and processed, in unpacked bytes. A return that is alone always
/// has room; together they have <see cref="ServiceLimits.ClientBytes"/>. Senders do not share their room.
/// </summary>
/// <param name="limits">How much there is.</param>
public sealed class BodyRoom(ServiceLimits limits)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, long> taken = new(StringComparer.Ordinal);

    /// <summary>The room of one return, with nothing taken so far.</summary>
    /// <param name="sender">Who sends it.</param>
    public Place Open(string sender) => new(this, sender);

    private bool TryTake(string sender, long own, long more)
    {
        lock (gate)
        {
            var all = taken.GetValueOrDefault(sender);
            if (all > own && all + more > limits.ClientBytes) return false;
            taken[sender] = all + more;
            return true;
        }
    }

    private void Free(string sender, long own)
    {
        lock (gate)
        {
            if (taken.TryGetValue(sender, out var all) && all > own) taken[sender] = all - own;
            else taken.Remove(sender);
        }
    }

    /// <summary>The room that one return takes; free again once this is disposed of.</summary>
    public sealed class Place : IDisposable
    {
        private readonly BodyRoom room;
        private readonly string sender;
        private long own;

        internal Place(BodyRoom room, string sender) => (this.room, this.sender) = (room, sender);

        /// <summary>Takes more bytes.</summary>
        /// <exception cref="BodyRoomException">The sender's other returns leave no room for them.</exception>
        public void Take(long more)
        {
            if (!room.TryTake(sender, own, more)) throw new BodyRoomException();
            own += more;
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            if (own > 0) room.Free(sender, own);
            own = 0;
        }
    }
}

/// <summary>The other returns of the sender leave no room for this one; it can be sent once they are answered.</summary>
public sealed class BodyRoomException : Exception;
