using System.ComponentModel.DataAnnotations;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Http.Limits;

/// <summary>
/// How much anyone may send or ask at once: configured under <c>Limits</c> (<c>Limits__BodyBytes</c>), each with a
/// default that is far above what an agency's nightly job needs and far below what would hurt the service.
/// docs/operations.md has them in a table, which a test holds to this type.
/// </summary>
public sealed class ServiceLimits
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Limits";

    /// <summary>
    /// The most bytes of a return on the wire: by Content-Length before anything is read, and counted while it arrives
    /// (413 too-large).
    /// </summary>
    [Range(1, int.MaxValue)]
    public long BodyBytes { get; set; } = ReturnLimits.MaxCompressedBytes;

    /// <summary>The most bytes of a return once unpacked (413 too-large-unpacked).</summary>
    [Range(1, int.MaxValue)]
    public long UnpackedBytes { get; set; } = ReturnLimits.MaxUncompressedBytes;

    /// <summary>
    /// How many times larger than on the wire a body may become, beyond its first 10 MiB (413 packed-too-tightly). Real
    /// returns pack ten to thirty to one; gzip can do a thousand.
    /// </summary>
    [Range(1, 1_000_000)]
    public int UnpackRatio { get; set; } = 150;

    /// <summary>
    /// How deeply arrays and objects of a JSON return may lie in each other; records need three (400 too-deep).
    /// </summary>
    [Range(3, 1000)]
    public int JsonDepth { get; set; } = ReaderLimits.DeepestJson;

    /// <summary>
    /// The most bytes of one record: a line of CSV or NDJSON, an object of JSON (413 record-too-long).
    /// </summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int RecordBytes { get; set; } = ReaderLimits.LongestRecord;

    /// <summary>The most members of a record, or columns of a header, known or not (413 too-many-fields).</summary>
    [Range(64, 1_000_000)]
    public int RecordFields { get; set; } = ReaderLimits.MostFields;

    /// <summary>The most records of a return (413 too-many-records).</summary>
    [Range(1, int.MaxValue)]
    public int ReturnRecords { get; set; } = ReaderLimits.MostRecords;

    /// <summary>
    /// The most members of a breakdown that free text names, such as teams, that a return has by their names; records of further ones
    /// are kept and counted as other-members, and a finding (R23) says so.
    /// </summary>
    [Range(1, 100_000)]
    public int Members { get; set; } = MemberSpellings.MostMembers;

    /// <summary>
    /// The seconds for which one return may hold the writer: while it is read, checked and stored, confirmed or withdrawn (413
    /// takes-too-long). On SQLite every other return waits meanwhile.
    /// </summary>
    [Range(1, 86_400)]
    public int WriteSeconds { get; set; } = 300;

    /// <summary>The seconds in which a body must have arrived whole (408 body-too-slow).</summary>
    [Range(1, 86_400)]
    public int BodySeconds { get; set; } = 900;

    /// <summary>
    /// The bytes a second that a sender must keep up after the first ten seconds (408 body-too-slow); 0 for no such
    /// limit.
    /// </summary>
    [Range(0, 1_000_000)]
    public int BodyBytesASecond { get; set; } = 1000;

    /// <summary>The seconds for which requests are counted.</summary>
    [Range(1, 86_400)]
    public int WindowSeconds { get; set; } = 60;

    /// <summary>How many returns a client may submit or check in a window (429 too-many-requests).</summary>
    [Range(1, int.MaxValue)]
    public int Submissions { get; set; } = 600;

    /// <summary>How many other requests a client may make in a window (429 too-many-requests).</summary>
    [Range(1, int.MaxValue)]
    public int Requests { get; set; } = 3000;

    /// <summary>
    /// How many requests an address without a valid key may make in a window (429 too-many-requests).
    /// </summary>
    [Range(1, int.MaxValue)]
    public int AnonymousRequests { get; set; } = 600;

    /// <summary>
    /// How many times an address may ask for the service's health in a window (429 too-many-requests): each asks the
    /// database.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int Probes { get; set; } = 600;

    /// <summary>How many returns of one client are taken at once.</summary>
    [Range(1, 10_000)]
    public int ClientSubmissionsAtOnce { get; set; } = 8;

    /// <summary>How many more returns of one client wait for their turn (429 too-many-at-once beyond).</summary>
    [Range(0, 10_000)]
    public int ClientSubmissionsWaiting { get; set; } = 64;

    /// <summary>
    /// How many unpacked bytes of returns one client has under way at once for one agency, received or processed (429
    /// too-many-bytes-at-once beyond); one alone always has room.
    /// </summary>
    [Range(1, int.MaxValue)]
    public long ClientBytes { get; set; } = ReturnLimits.MaxUncompressedBytes;

    /// <summary>How many returns are taken at once in all.</summary>
    [Range(1, 10_000)]
    public int SubmissionsAtOnce { get; set; } = 64;

    /// <summary>How many more returns wait for their turn in all (503 busy beyond).</summary>
    [Range(0, 100_000)]
    public int SubmissionsWaiting { get; set; } = 512;

    /// <summary>
    /// The seconds that a request waits for another with the same Idempotency-Key before it is told that it is still
    /// running (409 still-running).
    /// </summary>
    [Range(0, 600)]
    public int SameKeyWaitSeconds { get; set; } = 30;

    /// <summary>The days for which an Idempotency-Key is remembered.</summary>
    [Range(1, 365)]
    public int IdempotencyDays { get; set; } = 7;

    /// <summary>How many accepted returns (Prefer: respond-async) an instance works on at once.</summary>
    [Range(1, 64)]
    public int AcceptedAtOnce { get; set; } = 2;

    /// <summary>How many accepted returns of one client may wait (429 too-many-at-once beyond).</summary>
    [Range(1, 100_000)]
    public int AcceptedWaiting { get; set; } = 200;

    /// <summary>
    /// How many unpacked bytes the accepted returns of one client for one agency have that wait or are under way (429
    /// too-many-bytes-at-once beyond); one alone always has room.
    /// </summary>
    [Range(1, int.MaxValue)]
    public long AcceptedBytes { get; set; } = ReturnLimits.MaxUncompressedBytes;

    /// <summary>
    /// The seconds after which the accepted returns of an instance that has fallen silent are taken up by another.
    /// </summary>
    [Range(5, 3600)]
    public int LeaseSeconds { get; set; } = 60;

    /// <summary>
    /// The days for which it can be asked what became of an accepted return; its receipt is kept as every other's.
    /// </summary>
    [Range(1, 365)]
    public int AcceptedDays { get; set; } = 30;

    /// <summary>The most bytes of a request line: the method and the address (414).</summary>
    [Range(1024, 65_536)]
    public int AddressBytes { get; set; } = 8 * 1024;

    /// <summary>The most bytes of all headers (431).</summary>
    [Range(1024, 1_048_576)]
    public int HeaderBytes { get; set; } = 16 * 1024;

    /// <summary>The most headers (431).</summary>
    [Range(10, 1000)]
    public int Headers { get; set; } = 64;

    /// <summary>The seconds in which the headers must have arrived.</summary>
    [Range(1, 600)]
    public int HeaderSeconds { get; set; } = 15;

    /// <summary>The most bytes of a body that is neither a return nor a table, such as a target.</summary>
    [Range(1024, 1_073_741_824)]
    public int SettingBytes { get; set; } = 1024 * 1024;

    /// <summary>
    /// The most bytes of figures' answers that an instance keeps to give them again while nothing has changed, one of
    /// them at most an eighth; 0 for none.
    /// </summary>
    [Range(0, int.MaxValue)]
    public long AnswerBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>How many connections are open at once.</summary>
    [Range(1, 1_000_000)]
    public int Connections { get; set; } = 2000;

    /// <summary>How long one return may hold the writer.</summary>
    public TimeSpan ForWriter() => TimeSpan.FromSeconds(WriteSeconds);

    /// <summary>Those that the reader of a return keeps.</summary>
    public ReaderLimits ForReader() => new(RecordBytes, RecordFields, ReturnRecords, JsonDepth);
}
