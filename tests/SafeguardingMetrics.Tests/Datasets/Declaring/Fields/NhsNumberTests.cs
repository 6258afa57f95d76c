using System.Text;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Tests.Datasets.Declaring.Fields;

public sealed class NhsNumberTests
{
    // 943 476 5919 is the example of the NHS's own pages: 9*10 + 4*9 + 3*8 + 4*7 + 7*6 + 6*5 + 5*4 + 9*3 + 1*2 = 299,
    // remainder 2 by 11, check digit 9.
    [TestCase("9434765919")]
    [TestCase("943 476 5919")]
    [TestCase("943-476-5919")]
    [TestCase("9876543210")] // 9*10 + 8*9 + ... + 1*2 = 330, remainder 0: 11 is written 0.
    [TestCase("4010232137")] // 4*10 + 1*8 + 2*6 + 3*5 + 2*4 + 1*3 + 3*2 = 92, remainder 4, check digit 7.
    public void A_number_with_the_right_check_digit_is_valid(string text) => Assert.That(IsValid(text), Is.True);

    [TestCase("9434765918")]
    [TestCase("943 476 5918")]
    [TestCase("4934765919")] // The first two digits of a valid number changed about.
    [TestCase("9876543211")]
    public void A_number_with_another_check_digit_is_not_valid(string text) => Assert.That(IsValid(text), Is.False);

    [Test]
    public void Any_one_digit_mistaken_is_noticed()
    {
        const string valid = "9434765919";
        for (var place = 0; place < valid.Length; place++)
            for (var digit = '0'; digit <= '9'; digit++)
                Assert.That(IsValid(valid[..place] + digit + valid[(place + 1)..]), Is.EqualTo(digit == valid[place]));
    }

    [Test]
    public void Where_the_check_digit_would_be_ten_no_digit_will_do()
    {
        // 1*10 + 1*2 = 12, remainder 1: the check digit would be 10.
        for (var digit = '0'; digit <= '9'; digit++)
            Assert.That(IsValid("100000001" + digit), Is.False);
    }

    [Test]
    public void Ten_equal_digits_satisfy_the_check_and_are_accepted()
    {
        for (var digit = '0'; digit <= '9'; digit++)
            Assert.That(IsValid(new string(digit, 10)), Is.True);
    }

    [TestCase("")]
    [TestCase("943476591")]
    [TestCase("94347659190")]
    [TestCase("943 4765919")]
    [TestCase("943 476-5919")]
    [TestCase("943  4765919")]
    [TestCase("94 3476 5919")]
    [TestCase("943.476.5919")]
    [TestCase(" 9434765919 ")]
    [TestCase("943476591A")]
    [TestCase("943476591٩")]
    [TestCase("９４３４７６５９１９")]
    public void Anything_else_is_not_valid(string text) => Assert.That(IsValid(text), Is.False);

    [TestCase("9434765919")]
    [TestCase("943 476 5919")]
    [TestCase("943-476-5919")]
    public void It_is_normalised_to_ten_digits(string text)
    {
        Span<byte> digits = stackalloc byte[10];

        var valid = NhsNumber.TryNormalise(Encoding.UTF8.GetBytes(text), digits);

        Assert.That(valid, Is.True);
        Assert.That(Encoding.UTF8.GetString(digits), Is.EqualTo("9434765919"));
    }

    private static bool IsValid(string text) => NhsNumber.IsValid(Encoding.UTF8.GetBytes(text));
}
