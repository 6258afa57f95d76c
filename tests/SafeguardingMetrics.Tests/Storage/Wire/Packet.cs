using System.Buffers.Binary;

namespace SafeguardingMetrics.Tests.Storage.Wire;

/// <summary>
/// One packet of the conversation with the server: enough of MS-TDS to know where it ends and whether it is about a
/// commit.
/// </summary>
/// <param name="Way">Which way it goes.</param>
/// <param name="Number">Its number over all connections, both ways together, from 1 since the network was last told to
/// count anew.</param>
/// <param name="IsCommit">True of the request to commit and of every packet that answers it.</param>
public sealed record Packet(PacketDirection Way, int Number, bool IsCommit)
{
    /// <summary>How many bytes tell a packet's length.</summary>
    public const int HeadLength = 5;

    private const byte TransactionRequest = 0x0E;
    private const int HeaderLength = 8;
    private const ushort Commit = 7;

    /// <summary>
    /// The length of the packet that begins with these bytes. A server that can encrypts the login even where the rest
    /// is plain, and then a TLS record stands between packets: its types (20 to 23, followed by a version of 3.x) are
    /// none of TDS.
    /// </summary>
    public static int LengthOf(ReadOnlySpan<byte> head) => head[0] is >= 20 and <= 23 && head[1] == 3
        ? HeadLength + BinaryPrimitives.ReadUInt16BigEndian(head[3..])
        : BinaryPrimitives.ReadUInt16BigEndian(head[2..]);

    /// <summary>
    /// True where the service asks for a commit: a transaction manager request whose type, after all its headers, is 7.
    /// </summary>
    public static bool AsksForCommit(ReadOnlySpan<byte> packet)
    {
        if (packet[0] != TransactionRequest) return false;
        var body = packet[HeaderLength..];
        return BinaryPrimitives.ReadUInt16LittleEndian(body[BinaryPrimitives.ReadInt32LittleEndian(body)..]) == Commit;
    }
}
