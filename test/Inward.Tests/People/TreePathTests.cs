using Inward.People;

namespace Inward.Tests.People;

public class TreePathTests
{
    // The hexadecimal forms are what SQL Server prints for these paths.
    [Theory]
    [InlineData("", "/")]
    [InlineData("/", "/")]
    [InlineData("/1/2/", "/1/2/")]
    [InlineData("1.2.3", "/1/2/3/")]
    [InlineData("58", "/1/")]
    [InlineData("0x58", "/1/")]
    [InlineData("68", "/2/")]
    [InlineData("78", "/3/")]
    [InlineData("84", "/4/")]
    [InlineData("5AC0", "/1/1/")]
    [InlineData("5ADE", "/1/1/3/")]
    [InlineData("62C0", "/1.1/")]
    [InlineData("A2", "/8/")]
    [InlineData("48", "/0/")]
    [InlineData("3F80", "/-1/")]
    public void A_place_is_read_in_every_form(string text, string path) => TreePath.Read(text).ShouldBe(path);

    [Theory]
    [InlineData("5")]
    [InlineData("XYZ")]
    [InlineData("FF")]
    [InlineData("Sales")]
    public void What_is_no_place_is_none(string text) => TreePath.Read(text).ShouldBeNull();

    [Fact]
    public void The_place_above_is_one_step_less()
    {
        TreePath.ParentOf("/1/2/").ShouldBe("/1/");
        TreePath.ParentOf("/1/").ShouldBe("/");
        TreePath.ParentOf("/").ShouldBeNull();
        TreePath.DepthOf("/1/2/").ShouldBe(2);
        TreePath.DepthOf("/").ShouldBe(0);
    }
}
